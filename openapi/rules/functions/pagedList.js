/** What answers with next_cursor takes limit and cursor, and the other way round. */
export default (operation) => {
  const media = operation.responses?.['200']?.content?.['application/json'];
  const answersPage = media?.schema?.properties?.next_cursor !== undefined;
  const names = (operation.parameters ?? []).map((parameter) => parameter.name);
  const takesPage = names.includes('limit') && names.includes('cursor');
  return answersPage === takesPage
    ? []
    : [{ message: 'A list takes limit and cursor and answers data and next_cursor.' }];
};
