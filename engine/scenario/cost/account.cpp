#include "engine/scenario/cost/account.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::costs {
namespace {

void add_capital(CashFlow& flow, const BillLine& line) {
  flow.capital_low_cny += line.capital_low_cny;
  flow.capital_likely_cny += line.capital_likely_cny;
  flow.capital_high_cny += line.capital_high_cny;
}

void add_operating(CashFlow& flow, const BillLine& line) {
  flow.operating_low_cny += line.operating_low_cny;
  flow.operating_likely_cny += line.operating_likely_cny;
  flow.operating_high_cny += line.operating_high_cny;
}

}  // namespace

Account account_of(Bill bill, const CostOptions& options, std::int32_t base_year) {
  Account account;
  account.prices = options.prices;
  account.base_year = options.base_year.value_or(base_year);
  account.discount_rate = options.discount_rate;
  for (std::int32_t i = 0; i < options.years; ++i) {
    CashFlow flow;
    flow.year = account.base_year + i;
    flow.discount_factor = std::pow(1.0 + options.discount_rate, -i);
    for (const BillLine& line : bill.lines) {
      const std::int32_t from = line.year == 0 ? account.base_year : line.year;
      PARKTWIN_CHECK(from >= account.base_year && from < account.base_year + options.years, "a phase outside the account");
      if (flow.year == from) add_capital(flow, line);
      if (flow.year >= from && (line.operating_until == 0 || flow.year < line.operating_until)) add_operating(flow, line);
    }
    account.capital_low_cny += flow.capital_low_cny;
    account.capital_likely_cny += flow.capital_likely_cny;
    account.capital_high_cny += flow.capital_high_cny;
    account.present_value_low_cny += flow.discount_factor * (flow.capital_low_cny + flow.operating_low_cny);
    account.present_value_likely_cny += flow.discount_factor * (flow.capital_likely_cny + flow.operating_likely_cny);
    account.present_value_high_cny += flow.discount_factor * (flow.capital_high_cny + flow.operating_high_cny);
    account.cash_flow.push_back(flow);
  }
  account.bill = std::move(bill);
  return account;
}

CashFlow spent_in(const Bill& bill, std::int32_t year) {
  CashFlow spent;
  spent.year = year;
  for (const BillLine& line : bill.lines) {
    if (line.year == year) add_capital(spent, line);
  }
  return spent;
}

}  // namespace parktwin::costs
