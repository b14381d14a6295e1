/** A write takes an Idempotency-Key, unless its answers are secrets that are never kept. */
export default (operation) => {
  const takesKey = (operation.parameters ?? []).some((parameter) => parameter.name === 'Idempotency-Key');
  if (takesKey && operation['x-never-replayed']) {
    return [{ message: 'What is never replayed takes no Idempotency-Key.' }];
  }
  return takesKey || operation['x-never-replayed']
    ? []
    : [{ message: 'A write takes an Idempotency-Key, or says @NeverReplayed.' }];
};
