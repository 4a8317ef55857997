/** Whether a review is open past its time, as SQL. While an inspection is paused its clock stands still. */
export const overdueReview = (review: string): string =>
  `(${review}.reviewed_at IS NULL AND ${review}.review_due_at <= least(auth.at(),
     (SELECT c.paused_at FROM app.inspection_conduct c WHERE c.inspection_id = ${review}.inspection_id)))`;
