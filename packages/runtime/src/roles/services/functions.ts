import { type ServiceRights, actionsOf } from '../right.ts';

/** Functions, state machines, schedules and the interfaces before them. */
export const functions: ServiceRights = {
  // shows the environment of functions, where people leave passwords
  debug: [{ actions: actionsOf('lambda', 'GetFunctionConfiguration', 'ListFunctions', 'ListVersionsByFunction') }],
  // what went in and came out
  'read-data': [{ actions: actionsOf('states', 'DescribeExecution', 'GetExecutionHistory') }],
  run: [
    {
      actions: [
        ...actionsOf('lambda', 'InvokeAsync', 'InvokeFunction*'),
        ...actionsOf('states', 'SendTask*', 'Start*Execution', 'StopExecution', 'TestState'),
        'execute-api:Invoke',
      ],
    },
  ],
  build: [{ actions: ['lambda:*', 'states:*', 'scheduler:*', 'apigateway:*', 'execute-api:*'] }],
  // runs what failed again, with the input and the definition that it had
  restart: [{ actions: ['states:RedriveExecution'] }],
};
