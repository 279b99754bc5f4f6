#pragma once
// What a plan costs: the outlay and running cost of each year, and their net present value NPV = Σ cost(y) / (1 + r)^(y − base year), the
// sum over the years of the account. Outlays are paid in the year of their phase, running costs from that year on, in full; all in prices
// of the price table, as if they did not change. Left out: replacement at the end of a life, taxes, value that is left, income.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/cost/bill.h"
#include "engine/scenario/cost_options.h"

namespace parktwin::costs {

struct CashFlow {
  std::int32_t year = 0;
  double capital_low_cny = 0.0;
  double capital_likely_cny = 0.0;
  double capital_high_cny = 0.0;
  double operating_low_cny = 0.0;
  double operating_likely_cny = 0.0;
  double operating_high_cny = 0.0;
  double discount_factor = 1.0;
};

template <class Visitor, DescribedAs<CashFlow> Self>
void describe(Visitor&& visit, Self& flow) {
  visit(Field{"year", "", "year"}, flow.year);
  visit(Field{"capital_low_cny", "CNY", "least outlay in it"}, flow.capital_low_cny);
  visit(Field{"capital_likely_cny", "CNY", "likely outlay"}, flow.capital_likely_cny);
  visit(Field{"capital_high_cny", "CNY", "largest outlay"}, flow.capital_high_cny);
  visit(Field{"operating_low_cny", "CNY", "least running cost in it"}, flow.operating_low_cny);
  visit(Field{"operating_likely_cny", "CNY", "likely running cost"}, flow.operating_likely_cny);
  visit(Field{"operating_high_cny", "CNY", "largest running cost"}, flow.operating_high_cny);
  visit(Field{"discount_factor", "1", "what a yuan of it counts in the base year"}, flow.discount_factor);
}

/// Figures low, likely and high are of all items at once: sums, not percentiles.
struct Account {
  std::string prices;  ///< name of the price table; empty: nothing was to be priced
  std::int32_t base_year = 0;
  double discount_rate = 0.0;
  Bill bill;
  std::vector<CashFlow> cash_flow;  ///< one per year of the account
  double capital_low_cny = 0.0;     ///< sum over the years, not discounted
  double capital_likely_cny = 0.0;
  double capital_high_cny = 0.0;
  double present_value_low_cny = 0.0;
  double present_value_likely_cny = 0.0;
  double present_value_high_cny = 0.0;
};

template <class Visitor, DescribedAs<Account> Self>
void describe(Visitor&& visit, Self& account) {
  visit(Field{"prices", "", "price table"}, account.prices);
  visit(Field{"base_year", "", "year to whose beginning is discounted"}, account.base_year);
  visit(Field{"discount_rate", "1", "yearly discount rate"}, account.discount_rate);
  visit(Field{"bill", "", "bill of quantities"}, account.bill);
  visit(Field{"cash_flow", "", "outlay and running cost of each year"}, account.cash_flow);
  visit(Field{"capital_low_cny", "CNY", "sum of the least outlays, not discounted"}, account.capital_low_cny);
  visit(Field{"capital_likely_cny", "CNY", "sum of the likely outlays"}, account.capital_likely_cny);
  visit(Field{"capital_high_cny", "CNY", "sum of the largest outlays"}, account.capital_high_cny);
  visit(Field{"present_value_low_cny", "CNY", "net present value of the least costs"}, account.present_value_low_cny);
  visit(Field{"present_value_likely_cny", "CNY", "net present value of the likely costs"}, account.present_value_likely_cny);
  visit(Field{"present_value_high_cny", "CNY", "net present value of the largest costs"}, account.present_value_high_cny);
}

/// `base_year` when the options give none. Precondition: no line lies outside the years of the account.
[[nodiscard]] Account account_of(Bill bill, const CostOptions& options, std::int32_t base_year);

/// The outlays of one phase, 0: before the first.
[[nodiscard]] CashFlow spent_in(const Bill& bill, std::int32_t year);

}  // namespace parktwin::costs
