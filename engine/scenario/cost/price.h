#pragma once
// A price: which changes it applies to, for how much of what, and the range of its figures. Several prices may apply to one change (a site
// and the work on it); each then is a line of its bill.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/figure_origin.h"

namespace parktwin::costs {

struct Price {
  std::string item;
  std::string name_en;
  std::string name_zh;
  std::string change;   ///< kind of change: "add_radio_site"
  std::string field;    ///< of the record; empty: every change of the kind. A modification must set it
  std::string value;    ///< that the field must have, as a scenario file gives it; empty: any
  std::string measure;  ///< field that says how much of it; empty: one
  double per = 1.0;     ///< measure of one unit
  std::string unit;
  double capital_low_cny = 0.0;
  double capital_likely_cny = 0.0;
  double capital_high_cny = 0.0;
  double operating_low_cny = 0.0;  ///< a year
  double operating_likely_cny = 0.0;
  double operating_high_cny = 0.0;
  FigureOrigin origin = FigureOrigin::user;
  std::string source;
};

template <class Visitor, DescribedAs<Price> Self>
void describe(Visitor&& visit, Self& price) {
  constexpr double most = 1e12;
  const auto figure = [&visit](std::string_view name, std::string_view meaning, auto& member) {
    visit(Field{.name = name, .unit = "CNY", .meaning = meaning, .minimum = 0, .maximum = most, .required = true}, member);
  };
  visit(Field{.name = "item", .unit = "", .meaning = "unique name", .required = true}, price.item);
  visit(Field{.name = "name_en", .unit = "", .meaning = "what is paid for, English", .required = true}, price.name_en);
  visit(Field{.name = "name_zh", .unit = "", .meaning = "what is paid for, Chinese", .required = true}, price.name_zh);
  visit(Field{.name = "change", .unit = "", .meaning = "kind of change, such as add_radio_site", .required = true}, price.change);
  visit(Field{"field", "", "field that a modification sets, or whose value decides"}, price.field);
  visit(Field{"value", "", "value of that field; empty: any"}, price.value);
  visit(Field{"measure", "", "field that says how much; of a modification its increase counts; empty: one"}, price.measure);
  visit(Field{.name = "per", .unit = "", .meaning = "measure of one unit: 1000 for a price per km", .minimum = 1e-9, .maximum = most},
        price.per);
  visit(Field{.name = "unit", .unit = "", .meaning = "unit of the quantity", .required = true}, price.unit);
  figure("capital_low_cny", "least outlay for one unit", price.capital_low_cny);
  figure("capital_likely_cny", "likely outlay for one unit", price.capital_likely_cny);
  figure("capital_high_cny", "largest outlay for one unit", price.capital_high_cny);
  figure("operating_low_cny", "least cost of one unit in a year", price.operating_low_cny);
  figure("operating_likely_cny", "likely cost of one unit in a year", price.operating_likely_cny);
  figure("operating_high_cny", "largest cost of one unit in a year", price.operating_high_cny);
  visit(Field{.name = "origin", .unit = "", .meaning = "official, secondary, or user: our assumption", .required = true}, price.origin);
  visit(Field{.name = "source", .unit = "", .meaning = "where the figures come from", .required = true}, price.source);
}

}  // namespace parktwin::costs
