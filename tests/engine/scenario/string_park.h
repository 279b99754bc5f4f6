#pragma once
// The slow reference for scenarios: a park as texts only. References are the ids of records, tables are lists that are searched, and
// every rule about changes is stated directly on them.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/park/park.h"
#include "engine/scenario/change.h"

namespace parktwin::testing_park {

using StringRecord = std::map<std::string, std::string>;                            ///< field -> value
using StringPark = std::map<std::string, std::vector<StringRecord>>;                ///< record name -> records
using ReferenceFields = std::map<std::string, std::map<std::string, std::string>>;  ///< record name -> field -> record name it refers to

inline std::string text_of(const std::vector<Point>& points) {
  std::string text;
  for (const Point p : points) text += fmt::format("{}[{}, {}]", text.empty() ? "" : ", ", p.x, p.y);
  return "[" + text + "]";
}
inline std::string text_of(const Polygon& polygon) {
  std::string text = "[" + text_of(polygon.outer);
  for (const auto& hole : polygon.holes) text += ", " + text_of(hole);
  return text + "]";
}

/// The value as a scenario file would write it; references by the ids in `park`.
template <class M>
std::string text_of_field(const M& member, const Park& park) {
  if constexpr (std::same_as<M, std::string>) {
    return fmt::format("\"{}\"", member);
  } else if constexpr (NamedEnum<M>) {
    return std::string(name_of(member));
  } else if constexpr (std::is_arithmetic_v<M>) {
    return fmt::format("{}", member);
  } else if constexpr (UnitValue<M>) {
    return fmt::format("{}", member.value());
  } else if constexpr (Optional<M>) {
    return member ? text_of_field(*member, park) : "~";
  } else if constexpr (RecordId<M>) {
    return member.valid() ? table<typename M::Record>(park).records().at(member.index()).id : "~";
  } else if constexpr (Vector<M>) {
    std::string text;
    for (const auto& id : member) text.append(text.empty() ? "" : ", ").append(text_of_field(id, park));
    return "[" + text + "]";
  } else if constexpr (std::same_as<M, Point>) {
    return fmt::format("[{}, {}]", member.x, member.y);
  } else if constexpr (std::same_as<M, LineString>) {
    return text_of(member.points);
  } else if constexpr (std::same_as<M, Polygon>) {
    return text_of(member);
  } else {
    std::string text;
    for (const auto& polygon : member.polygons) text.append(text.empty() ? "" : ", ").append(text_of(polygon));
    return "[" + text + "]";
  }
}

template <class T>
StringRecord strings_of(const T& record, const Park& park) {
  StringRecord strings;
  describe([&](const Field& field, const auto& member) { strings[std::string(field.name)] = text_of_field(member, park); }, record);
  return strings;
}

inline StringPark strings_of(const Park& park) {
  StringPark strings;
  ParkRecords::for_each([&]<class T>() {
    auto& list = strings[std::string(record_name<T>)];
    for (const auto& record : table<T>(park)) {
      if (table<T>(park).find(record.id).index() != list.size()) throw std::logic_error("index of " + record.id);
      list.push_back(strings_of(record, park));
    }
  });
  return strings;
}

inline const ReferenceFields& reference_fields() {
  static const ReferenceFields fields = [] {
    ReferenceFields all;
    ParkRecords::for_each([&]<class T>() {
      const T record{};
      describe(
          [&]<class M>(const Field& field, const M&) {
            auto& target = all[std::string(record_name<T>)];
            if constexpr (RecordId<M>) target[std::string(field.name)] = record_name<typename M::Record>;
            if constexpr (Vector<M>) {
              if constexpr (RecordId<typename M::value_type>) target[std::string(field.name)] = record_name<typename M::value_type::Record>;
            }
          },
          record);
    });
    return all;
  }();
  return fields;
}

/// A change as texts.
struct StringChange {
  std::string verb;
  std::string type;
  std::string id;
  StringRecord values;

  [[nodiscard]] std::string yaml() const {
    std::string fields;
    for (const auto& [name, value] : values) fields += fmt::format("{}{}: {}", fields.empty() ? "" : ", ", name, value);
    std::string body = fmt::format("id: {}", id);
    if (verb == "add") body = fields;
    if (verb == "modify") body += ", set: {" + fields + "}";
    if (verb == "move") body += ", to: " + values.at("position");
    return fmt::format("  - {}_{}: {{{}}}\n", verb, type, body);
  }
};

class StringEditor {
 public:
  explicit StringEditor(StringPark park) : park_(std::move(park)) {}
  [[nodiscard]] const StringPark& park() const { return park_; }

  /// False, and nothing changed, when the change breaks a rule.
  bool apply(const StringChange& change) {
    if (change.verb == "add") return add(change);
    if (change.verb == "remove") return remove(change);
    return modify(change);
  }

 private:
  static std::string quoted(const std::string& id) { return "\"" + id + "\""; }
  static std::vector<std::string> keys_in(const std::string& value) {
    std::vector<std::string> keys;
    std::string word;
    for (const char c : value + ",") {
      if (c == ',' || c == '[' || c == ']' || c == ' ') {
        if (!word.empty() && word != "~") keys.push_back(word);
        word.clear();
      } else {
        word += c;
      }
    }
    return keys;
  }
  [[nodiscard]] bool exists(const std::string& type, const std::string& id) const {
    const auto& list = park_.at(type);
    return std::any_of(list.begin(), list.end(), [&](const StringRecord& r) { return r.at("id") == quoted(id); });
  }
  [[nodiscard]] bool references_exist(const std::string& type, const StringRecord& values) const {
    for (const auto& [field, target] : reference_fields().at(type)) {
      if (!values.contains(field)) continue;
      for (const auto& key : keys_in(values.at(field))) {
        if (!exists(target, key)) return false;
      }
    }
    return true;
  }
  bool add(const StringChange& change) {
    if (exists(change.type, change.id) || gone_.contains({change.type, change.id}) || !references_exist(change.type, change.values))
      return false;
    park_[change.type].push_back(change.values);
    added_.insert({change.type, change.id});
    return true;
  }
  /// Records that belong to leaving ones; false when all are in already.
  bool add_dependents(std::set<std::pair<std::string, std::string>>& leaving) const {
    const std::size_t before = leaving.size();
    for (const auto& [owner, dependent, field] : {std::tuple{"radio_site", "radio_cell", "site"},
                                                  {"enterprise", "connected_assets", "enterprise"},
                                                  {"enterprise", "address_prefix", "enterprise"},
                                                  {"network_node", "access_rule", "node"},
                                                  {"enterprise", "factory_scenario", "enterprise"},
                                                  {"enterprise", "new_mode", "enterprise"},
                                                  {"enterprise", "process_step", "enterprise"},
                                                  {"enterprise", "project", "enterprise"},
                                                  {"networked_scenario", "scenario_need", "scenario"},
                                                  {"factory_scenario", "scenario_need", "factory_scenario"},
                                                  {"new_mode", "scenario_need", "new_mode"}}) {
      for (const auto& record : park_.at(dependent)) {
        if (leaving.contains({owner, record.at(field)})) leaving.insert({dependent, record.at("id").substr(1, record.at("id").size() - 2)});
      }
    }
    return leaving.size() > before;
  }
  bool remove(const StringChange& change) {
    if (!exists(change.type, change.id)) return false;
    std::set<std::pair<std::string, std::string>> leaving = {{change.type, change.id}};
    while (add_dependents(leaving)) {}
    for (const auto& [type, id] : leaving) {
      if (added_.contains({type, id})) return false;
      if (std::any_of(set_.begin(), set_.end(), [&](const auto& s) { return std::get<0>(s) == type && std::get<1>(s) == id; }))
        return false;
      for (const auto& [other_type, records] : park_) {
        for (const auto& record : records) {
          const std::string other = record.at("id").substr(1, record.at("id").size() - 2);
          if (leaving.contains({other_type, other})) continue;
          for (const auto& [field, target] : reference_fields().at(other_type)) {
            const auto keys = keys_in(record.at(field));
            if (target == type && std::find(keys.begin(), keys.end(), id) != keys.end()) return false;
          }
        }
      }
    }
    for (const auto& [type, id] : leaving) {
      std::erase_if(park_[type], [&](const StringRecord& r) { return r.at("id") == quoted(id); });
      gone_.insert({type, id});
    }
    return true;
  }
  bool modify(const StringChange& change) {
    if (!exists(change.type, change.id) || added_.contains({change.type, change.id}) || !references_exist(change.type, change.values))
      return false;
    for (const auto& [field, value] : change.values) {
      if (set_.contains({change.type, change.id, field})) return false;
    }
    for (auto& record : park_[change.type]) {
      if (record.at("id") != quoted(change.id)) continue;
      const StringRecord before = record;
      for (const auto& [field, value] : change.values) record[field] = value;
      if (record == before) return false;
    }
    for (const auto& [field, value] : change.values) set_.insert({change.type, change.id, field});
    return true;
  }

  StringPark park_;
  std::set<std::pair<std::string, std::string>> added_;
  std::set<std::pair<std::string, std::string>> gone_;
  std::set<std::tuple<std::string, std::string, std::string>> set_;
};

}  // namespace parktwin::testing_park
