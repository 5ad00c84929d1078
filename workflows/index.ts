export { autonomousProject } from './autonomous-project.js';
export { call } from './call.js';
export { ecoBridgeProject } from './eco-bridge-project.js';
export { mitIlpProject } from './mit-ilp-project.js';
export { objection } from './objection.js';
export { structuredProject } from './structured-project.js';
export { tranche } from './tranche.js';
