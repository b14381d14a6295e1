/** What is not open to anyone asks for a token. */
export default (operation) => {
  const open = (operation['x-roles'] ?? []).includes('anyone');
  return open || operation.security?.length > 0 ? [] : [{ message: 'What is not open to anyone asks for a token.' }];
};
