/** What takes If-Match can answer 412. */
export default (operation) => {
  const takesIfMatch = (operation.parameters ?? []).some((parameter) => parameter.name === 'If-Match');
  return !takesIfMatch || operation.responses?.['412'] ? [] : [{ message: 'What takes If-Match can answer 412.' }];
};
