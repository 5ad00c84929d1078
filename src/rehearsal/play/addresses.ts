/** Where a case is on the service. */
export function addressOf(id: string): string {
  const [kind = '', ...rest] = id.split('/');
  const isTranche = rest.includes('tranche');
  return `/v1/${isTranche ? 'tranche' : kind}s/${rest.filter((part) => part !== 'tranche').join('/')}`;
}
