/** Where a case is on the service. */
export function addressOf(id: string): string {
  const [kind = '', ...rest] = id.split('/');
  const isTranche = rest.includes('tranche');
  const many = kind === 'recovery' ? 'recoveries' : `${isTranche ? 'tranche' : kind}s`;
  return `/v1/${many}/${rest.filter((part) => part !== 'tranche').join('/')}`;
}
