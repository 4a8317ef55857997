import type { Criterion } from '../inspectorate.js';

export const criteria = [
  {
    code: 'CQC_SAFEGUARDING_ALERT',
    joint: 'IDENTIFY',
    words:
      'Staff in every clinical setting ask about children’s safety and notice injury, missed appointments and hidden harm.',
  },
  {
    code: 'CQC_EMERGENCY_CARE',
    joint: 'IDENTIFY',
    words: 'Emergency departments see the child behind the injury, and the children behind an adult patient’s illness.',
  },
  {
    code: 'CQC_HEALTH_ASSESSMENT',
    joint: 'ASSESS',
    words: 'Health needs are assessed by suitably trained clinicians, and what they find changes the child’s care.',
  },
  {
    code: 'CQC_MATERNITY',
    joint: 'ASSESS',
    words: 'Midwives and health visitors weigh risk to unborn children and babies, and hand over what they learn.',
  },
  {
    code: 'CQC_TREATMENT',
    joint: 'HELP',
    words: 'Children reach community, school and specialist health care without waits that make matters worse.',
  },
  {
    code: 'CQC_MENTAL_HEALTH',
    joint: 'HELP',
    words: 'Mental health services offer children in distress timely help that fits what happened to them.',
  },
  {
    code: 'CQC_SAFEGUARDING_PRACTICE',
    joint: 'PROTECT',
    words: 'Health professionals refer, attend and contribute to child protection, and follow up what they asked for.',
  },
  {
    code: 'CQC_PATIENT_VOICE',
    joint: 'CHILD_VOICE',
    words: 'Clinicians speak with children directly, respect their dignity, and record their views on their care.',
  },
  {
    code: 'CQC_THEME_HEALTH',
    joint: 'THEME',
    words: 'Health services know how the harm under particular scrutiny shows itself in patients and how to treat it.',
  },
  {
    code: 'CQC_WELL_LED_SAFEGUARDING',
    joint: 'LEADERSHIP',
    words: 'Boards and commissioners understand safeguarding demand and resource named and designated professionals.',
  },
  {
    code: 'CQC_CLINICAL_SUPERVISION',
    joint: 'OVERSIGHT',
    words: 'Clinicians have safeguarding supervision, and audit shows whether records and referrals improve.',
  },
  {
    code: 'CQC_HEALTH_INFORMATION',
    joint: 'JOINT_WORKING',
    words: 'Health information reaches joint decisions in time, and what is decided returns to the patient’s record.',
  },
] as const satisfies readonly Criterion[];
