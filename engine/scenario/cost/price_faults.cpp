#include "engine/scenario/cost/price_faults.h"

#include <fmt/format.h>

#include "engine/core/nearest_name.h"
#include "engine/scenario/change.h"
#include "engine/scenario/cost/record_fields.h"

namespace parktwin::costs {
namespace {

template <class T>
void check_fields(const Price& price, std::vector<PriceFault>& faults) {
  const T record{};
  const auto check = [&](const char* column, const std::string& name, auto&& fits, const char* expected) {
    if (name.empty()) return;
    bool good = false;
    const bool known = with_field(record, name, [&](const auto& member) { good = fits(member); });
    if (!known) {
      faults.push_back({column, fmt::format("found \"{}\", expected a field of a {}", name, record_name<T>)});
    } else if (!good) {
      faults.push_back({column, fmt::format("found \"{}\", expected {}", name, expected)});
    }
  };
  const auto comparable = [&price](const auto& member) { return price.value.empty() || text_of_member(member).has_value(); };
  check("field", price.field, comparable, "a field that is a number, a flag, a name or a text, because a value is given");
  check(
      "measure", price.measure, [](const auto& member) { return measure_of_member(member).has_value(); },
      "a field that is a number or a course");
}

void check_order(const Price& price, std::vector<PriceFault>& faults) {
  const auto check = [&faults](const char* kind, double low, double likely, double high) {
    if (low <= likely && likely <= high) return;
    faults.push_back({fmt::format("{}_likely_cny", kind),
                      fmt::format("found {} with the range {} to {}, expected low, likely and high in this order", likely, low, high)});
  };
  check("capital", price.capital_low_cny, price.capital_likely_cny, price.capital_high_cny);
  check("operating", price.operating_low_cny, price.operating_likely_cny, price.operating_high_cny);
}

}  // namespace

std::vector<PriceFault> faults_of(const Price& price) {
  std::vector<PriceFault> faults;
  std::vector<std::string> names;
  bool known = false;
  for_each_change_kind([&]<class Kind>() {
    names.push_back(change_name<Kind>());
    if (names.back() != price.change) return;
    known = true;
    check_fields<typename Kind::Record>(price, faults);
    if (!price.field.empty() && (Kind::verb == "remove" || Kind::verb == "move")) {
      faults.push_back({"field", fmt::format("found \"{}\", expected nothing: a {} gives no fields", price.field, price.change)});
    }
  });
  if (!known) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view close = nearest_name(price.change, views);
    faults.push_back({"change", fmt::format("found \"{}\", expected a kind of change{}", price.change,
                                            close.empty() ? std::string() : fmt::format(", did you mean {}?", close))});
  }
  if (price.field.empty() && !price.value.empty()) {
    faults.push_back({"value", fmt::format("found \"{}\" without a field, expected the field that has it", price.value)});
  }
  check_order(price, faults);
  return faults;
}

}  // namespace parktwin::costs
