#include "engine/scenario/cost/bill.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "engine/core/check.h"
#include "engine/scenario/cost/record_fields.h"

namespace parktwin::costs {
namespace {

/// What a change says of its record, and the record as it was before the phase.
template <class T>
struct Subject {
  std::string id;
  const T* given = nullptr;                          ///< fields of an addition or modification
  const T* old = nullptr;                            ///< none for an addition
  const std::vector<std::string>* fields = nullptr;  ///< that a modification sets
};

template <class T>
const T* record_before(const Park& park, const std::string& id) {
  const Id<T> found = table<T>(park).find(id);
  PARKTWIN_CHECK(found.valid(), "a change that does not fit its park");
  return &table<T>(park)[found];
}

template <class T>
Subject<T> subject_of(const AddRecord<T>& change, const Park&) {
  return {change.record.id, &change.record, nullptr, nullptr};
}
template <class T>
Subject<T> subject_of(const ModifyRecord<T>& change, const Park& before) {
  return {change.id, &change.values, record_before<T>(before, change.id), &change.fields};
}
template <class T>
Subject<T> subject_of(const RemoveRecord<T>& change, const Park& before) {
  return {change.id, nullptr, record_before<T>(before, change.id), nullptr};
}
template <class T>
Subject<T> subject_of(const MoveRecord<T>& change, const Park& before) {
  return {change.id, nullptr, record_before<T>(before, change.id), nullptr};
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <class T>
bool applies(const Price& price, const Subject<T>& subject) {
  if (price.field.empty()) return true;
  if (subject.given == nullptr || (subject.fields != nullptr && !contains(*subject.fields, price.field))) return false;
  return price.value.empty() || text_of(*subject.given, price.field) == price.value;
}

/// None when a modification does not increase what is measured.
template <class T>
std::optional<double> quantity_of(const Price& price, const Subject<T>& subject) {
  if (price.measure.empty()) return 1.0;
  const bool sets = subject.given != nullptr && (subject.fields == nullptr || contains(*subject.fields, price.measure));
  const T& measured = sets ? *subject.given : *subject.old;
  double amount = measure_of(measured, price.measure).value_or(0.0);
  if (sets && subject.fields != nullptr) amount -= measure_of(*subject.old, price.measure).value_or(0.0);
  return amount > 0.0 ? std::optional(amount / price.per) : std::nullopt;
}

BillLine line_of(const Price& price, double quantity, const Change& change, const std::string& name, const std::string& id) {
  return {.year = change.year,
          .change = name,
          .record = id,
          .item = price.item,
          .name_en = price.name_en,
          .name_zh = price.name_zh,
          .quantity = quantity,
          .unit = price.unit,
          .capital_low_cny = quantity * price.capital_low_cny,
          .capital_likely_cny = quantity * price.capital_likely_cny,
          .capital_high_cny = quantity * price.capital_high_cny,
          .operating_low_cny = quantity * price.operating_low_cny,
          .operating_likely_cny = quantity * price.operating_likely_cny,
          .operating_high_cny = quantity * price.operating_high_cny,
          .origin = price.origin};
}

class BillWriter {
 public:
  explicit BillWriter(const std::vector<Price>& prices) : prices_(prices) {}
  [[nodiscard]] Bill finished() { return std::move(bill_); }

  template <class Kind>
  void add(const Kind& action, const Change& change, const Park& before, const Park& after) {
    using T = typename Kind::Record;
    const Subject<T> subject = subject_of(action, before);
    const std::string name = change_name<Kind>();
    if constexpr (Kind::verb == std::string_view("remove")) end_operation(change.year, after);
    std::vector<std::string> priced;
    bool whole = false;
    for (const Price& price : prices_) {
      if (price.change != name || !applies(price, subject)) continue;
      const auto quantity = quantity_of(price, subject);
      if (!quantity) continue;
      whole = whole || price.field.empty();
      priced.push_back(price.field);
      bill_.lines.push_back(line_of(price, *quantity, change, name, subject.id));
      types_.push_back(ParkRecords::ordinal<T>());
    }
    std::string open;
    if (subject.fields != nullptr && !whole) {
      for (const auto& field : *subject.fields) {
        if (!contains(priced, field)) open += (open.empty() ? "" : " ") + field;
      }
    }
    if (priced.empty() || !open.empty()) bill_.not_priced.push_back({change.year, name, subject.id, open, change.file, change.place});
  }

 private:
  /// What earlier phases bought and is no longer there costs nothing from this year on.
  void end_operation(std::int32_t year, const Park& after) {
    for (std::size_t i = 0; i < bill_.lines.size(); ++i) {
      BillLine& line = bill_.lines[i];
      if (line.operating_until != 0 || line.year == year || line.change.starts_with("remove_")) continue;
      ParkRecords::for_each([&]<class T>() {
        if (ParkRecords::ordinal<T>() == types_[i] && !table<T>(after).find(line.record).valid()) line.operating_until = year;
      });
    }
  }

  const std::vector<Price>& prices_;
  Bill bill_;
  std::vector<std::size_t> types_;  ///< of the records of the lines, positions in ParkRecords
};

}  // namespace

Bill bill_of(const std::vector<Change>& changes, const Park& before, std::span<const Park> phases, const std::vector<Price>& prices) {
  std::map<std::int32_t, std::vector<const Change*>> by_year;
  by_year[0];
  for (const Change& change : changes) by_year[change.year].push_back(&change);
  PARKTWIN_CHECK(by_year.size() == phases.size(), "one park per phase and one before them");
  BillWriter writer(prices);
  const Park* standing = &before;
  auto next = phases.begin();
  for (const auto& [year, made] : by_year) {
    for (const Change* change : made) {
      std::visit([&](const auto& action) { writer.add(action, *change, *standing, *next); }, change->action);
    }
    standing = &*next++;
  }
  return writer.finished();
}

}  // namespace parktwin::costs
