#pragma once
// The bill of quantities: which prices apply to each change, and how many units of each. A change, or a field that a modification sets,
// that no price is for stands among the unpriced ones with its place: it is never counted as free.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/scenario/change.h"
#include "engine/scenario/cost/price.h"

namespace parktwin::costs {

/// One price applied to one change.
struct BillLine {
  std::int32_t year = 0;  ///< of the phase; 0: before the first
  std::string change;
  std::string record;  ///< id
  std::string item;
  std::string name_en;
  std::string name_zh;
  double quantity = 0.0;
  std::string unit;
  double capital_low_cny = 0.0;
  double capital_likely_cny = 0.0;
  double capital_high_cny = 0.0;
  double operating_low_cny = 0.0;  ///< a year
  double operating_likely_cny = 0.0;
  double operating_high_cny = 0.0;
  std::int32_t operating_until = 0;  ///< first year without it: that of the phase that removes the record; 0: for good
  FigureOrigin origin = FigureOrigin::user;
};

template <class Visitor, DescribedAs<BillLine> Self>
void describe(Visitor&& visit, Self& line) {
  visit(Field{"year", "", "year of the phase; 0: before the first"}, line.year);
  visit(Field{"change", "", "kind of change"}, line.change);
  visit(Field{"record", "", "id of the record"}, line.record);
  visit(Field{"item", "", "item of the price table"}, line.item);
  visit(Field{"name_en", "", "what is paid for, English"}, line.name_en);
  visit(Field{"name_zh", "", "what is paid for, Chinese"}, line.name_zh);
  visit(Field{"quantity", "", "how many units"}, line.quantity);
  visit(Field{"unit", "", "unit of the quantity"}, line.unit);
  visit(Field{"capital_low_cny", "CNY", "least outlay"}, line.capital_low_cny);
  visit(Field{"capital_likely_cny", "CNY", "likely outlay"}, line.capital_likely_cny);
  visit(Field{"capital_high_cny", "CNY", "largest outlay"}, line.capital_high_cny);
  visit(Field{"operating_low_cny", "CNY", "least cost in a year"}, line.operating_low_cny);
  visit(Field{"operating_likely_cny", "CNY", "likely cost in a year"}, line.operating_likely_cny);
  visit(Field{"operating_high_cny", "CNY", "largest cost in a year"}, line.operating_high_cny);
  visit(Field{"operating_until", "", "first year without it, 0: for good"}, line.operating_until);
  visit(Field{"origin", "", "official, secondary, or user: our assumption"}, line.origin);
}

struct UnpricedChange {
  std::int32_t year = 0;
  std::string change;
  std::string record;
  std::string fields;  ///< of a modification, those without a price, separated by spaces
  std::string file;
  std::string place;
};

template <class Visitor, DescribedAs<UnpricedChange> Self>
void describe(Visitor&& visit, Self& change) {
  visit(Field{"year", "", "year of the phase; 0: before the first"}, change.year);
  visit(Field{"change", "", "kind of change"}, change.change);
  visit(Field{"record", "", "id of the record"}, change.record);
  visit(Field{"fields", "", "fields without a price, separated by spaces"}, change.fields);
  visit(Field{"file", "", "scenario file"}, change.file);
  visit(Field{"place", "", "where in it"}, change.place);
}

struct Bill {
  std::vector<BillLine> lines;  ///< by phase, then in the order of changes and prices
  std::vector<UnpricedChange> not_priced;
};

template <class Visitor, DescribedAs<Bill> Self>
void describe(Visitor&& visit, Self& bill) {
  visit(Field{"lines", "", "one price applied to one change"}, bill.lines);
  visit(Field{"not_priced", "", "changes, or fields of modifications, without a price"}, bill.not_priced);
}

/// `before`: the park that the changes of the first year met, and after it the parks of apply_phases(). Precondition: the changes fit.
[[nodiscard]] Bill bill_of(const std::vector<Change>& changes, const Park& before, std::span<const Park> phases,
                           const std::vector<Price>& prices);

}  // namespace parktwin::costs
