/**
 * Puts what the branches read together: the revenue in euros, and what was sold beyond the stock. Called once all
 * branches have ended, in a thread of its own; what it returns is written to the state.
 */
export function combine(branches) {
  const { orders, stock, rates } = Object.assign({}, ...branches.map(({ writes }) => writes));
  const revenue = orders.reduce((sum, { quantity, price, currency }) => sum + (quantity * price) / (rates[currency] ?? 1), 0);
  const sold = new Map();
  for (const { sku, quantity } of orders) sold.set(sku, (sold.get(sku) ?? 0) + quantity);
  const short = [...sold].filter(([sku, quantity]) => quantity > (stock[sku] ?? 0)).map(([sku]) => sku).sort();
  return { orders, stock, rates, revenue: Math.round(revenue * 100) / 100, short };
}
