#pragma once
// A park in the making: records as read, references still as texts, and what has been reported already so that one mistake is one problem.
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/table.h"

namespace parktwin::importers {

/// Records of one table before their references are resolved.
template <class T>
struct Draft {
  std::vector<T> records;
  std::unordered_map<std::string, std::size_t> positions;  ///< id -> record
  std::vector<std::vector<std::string>> references;        ///< per record, the texts of its reference fields in the order of the field list
  std::vector<std::uint64_t> given;                        ///< per record, one bit per field: its value came from the source
};

/// One draft per record type.
class DraftPark {
 public:
  template <class T>
  [[nodiscard]] Draft<T>& draft() {
    auto& slot = drafts_[std::type_index(typeid(T))];
    if (!slot) slot = std::make_shared<Draft<T>>();
    return *static_cast<Draft<T>*>(slot.get());
  }

 private:
  std::map<std::type_index, std::shared_ptr<void>> drafts_;
};

/// Problems of the tables of a park, and which later findings are mere consequences of them.
class TableProblems {
 public:
  explicit TableProblems(Problems& problems) : problems_(problems) {}

  /// `record` is "buildings B-012"; an empty field means the record as a whole.
  void add(const std::string& file, const std::string& record, std::string_view field, std::string message) {
    const std::string place = field.empty() ? record : record + ", field " + std::string(field);
    problems_.add(file, place, std::move(message));
    places_.insert(place);
  }
  /// Findings about this field of this table are consequences.
  void excuse_field(const std::string& table, std::string_view field) { fields_.emplace(table, field); }
  /// The table could not be read: references into it are not dangling.
  void excuse_table(const std::string& table) { tables_.insert(table); }
  [[nodiscard]] bool excused_table(const std::string& table) const { return tables_.contains(table); }
  [[nodiscard]] bool excused_field(const std::string& table, std::string_view field) const {
    return fields_.contains({table, std::string(field)});
  }
  void excuse_place(const std::string& place) { places_.insert(place); }
  [[nodiscard]] bool excused_place(const std::string& place) const { return places_.contains(place); }
  [[nodiscard]] Problems& all() { return problems_; }

 private:
  Problems& problems_;
  std::set<std::string> places_;
  std::set<std::pair<std::string, std::string>> fields_;
  std::set<std::string> tables_;
};

}  // namespace parktwin::importers
