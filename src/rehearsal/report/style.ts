/** How the page looks; nothing of it comes from elsewhere. */
export const STYLE = `
body { margin: 0; background: #fff; color: #1e2124; font: 16px/1.6 "Pretendard GOV", Pretendard, "Noto Sans KR", system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; margin: 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; border-bottom: 2px solid #256ef4; padding-bottom: 0.25rem; }
.note, footer { color: #464c53; font-size: 0.875rem; }
footer { margin-top: 2rem; word-break: break-all; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: left; padding: 0.3rem 0.6rem; border-bottom: 1px solid #cdd1d5; vertical-align: top; }
thead th { background: #f4f5f6; font-weight: 600; }
tbody th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
@media print { main { max-width: none; padding: 0; } section { break-inside: avoid; } }
`;
