import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Instructions that describe the container and do nothing while it is built. */
const DESCRIPTIONS = ['USER', 'EXPOSE'];

/** Carries out a Dockerfile stage by stage. Answers with the last stage: its folder, environment, command, health check. */
export function carryOut(file, folder) {
  const context = copyContext(file, folder);
  const stages = new Map();
  let stage;
  for (const { instruction, rest } of instructionsOf(file)) {
    switch (instruction) {
      case 'FROM': {
        const name = /\sAS\s+(\S+)$/i.exec(rest)?.[1] ?? String(stages.size);
        stage = { base: path.join(folder, name), directory: '/', environment: {}, command: [], healthCheck: [] };
        mkdirSync(stage.base, { mode: 0o755 });
        stages.set(name, stage);
        break;
      }
      case 'WORKDIR':
        stage.directory = rest;
        mkdirSync(path.join(stage.base, rest), { recursive: true });
        break;
      case 'ENV': {
        const at = rest.indexOf('=');
        stage.environment[rest.slice(0, at)] = rest.slice(at + 1);
        break;
      }
      case 'COPY':
        copy(rest, stage, context, stages);
        break;
      case 'RUN':
        console.log(`  RUN ${rest}`);
        run(rest, stage);
        break;
      case 'HEALTHCHECK':
        stage.healthCheck = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4));
        break;
      case 'CMD':
        stage.command = JSON.parse(rest);
        break;
      default:
        if (!DESCRIPTIONS.includes(instruction)) {
          throw new Error(`${file}: ${instruction} is not known to this check`);
        }
    }
  }
  return { ...stage, workingFolder: path.join(stage.base, stage.directory) };
}

function instructionsOf(file) {
  return readFileSync(file, 'utf8')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, instruction, rest] = /^(\S+)\s+(.*)$/.exec(line);
      return { instruction, rest };
    });
}

/** What an engine would be sent: the files of the working tree that the ignore file lets through. */
function copyContext(file, folder) {
  const context = path.join(folder, 'context');
  const patterns = readFileSync(`${file}.dockerignore`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const name of files
    .split('\0')
    .filter((entry) => entry !== '' && existsSync(entry) && isSent(entry, patterns))) {
    cpSync(name, path.join(context, name), { recursive: true });
  }
  return context;
}

/** The last pattern that matches decides. Only the forms that our ignore file uses. */
function isSent(name, patterns) {
  return patterns.reduce((sent, pattern) => {
    const wanted = pattern.replace(/^!/, '');
    const matches = wanted.startsWith('**/*')
      ? name.endsWith(wanted.slice('**/*'.length))
      : wanted === '*' || name === wanted || name.startsWith(`${wanted}/`);
    return matches ? pattern.startsWith('!') : sent;
  }, true);
}

function copy(rest, stage, context, stages) {
  const words = rest.split(/\s+/);
  const from = words[0].startsWith('--from=') ? stages.get(words.shift().slice('--from='.length)).base : context;
  const target = words.pop();
  const into = path.join(stage.base, target.startsWith('/') ? target : path.join(stage.directory, target));
  for (const source of words) {
    const at = path.join(from, source);
    // As in a container: a folder's content is copied, a file goes into a target that ends with a slash.
    const isFile = statSync(at).isFile();
    cpSync(at, isFile && /(^\.|\/)$/.test(target) ? path.join(into, path.basename(source)) : into, { recursive: true });
  }
}

function run(command, stage) {
  const cwd = path.join(stage.base, stage.directory);
  chmodSync(cwd, 0o755);
  const { PATH, HOME } = process.env;
  const environment = { PATH, HOME, npm_config_loglevel: 'error', ...stage.environment };
  // Not HOME's npm cache: that one is shared with everybody, and the Dockerfile cleans its own.
  environment.npm_config_cache = path.join(stage.base, 'npm-cache');
  execFileSync('/bin/sh', ['-ec', command], { cwd, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}
