export { environmentVariable, programVersion, requirement, type Requirement, type RequirementOptions } from './requirement.js'
