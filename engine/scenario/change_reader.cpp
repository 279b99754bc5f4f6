#include "engine/scenario/change_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/core/nearest_name.h"

namespace parktwin {
namespace {

bool check_id(const YAML::Node& body, const std::string& id, const std::string& file, Problems& problems) {
  if (!id.empty()) return true;
  return yaml::refuse(body["id"], Field{"id", "", ""}, "the id of a record", file, problems);
}

/// A list of references names each record once.
bool check_repeats(const std::vector<TextReference>& references, const std::string& file, Problems& problems) {
  std::set<std::pair<std::string, std::string>> seen;
  bool good = true;
  for (const auto& reference : references) {
    if (seen.emplace(reference.field, reference.key).second) continue;
    problems.add(file, reference.place, reference.field + ": found \"" + reference.key + "\" again, expected each record once");
    good = false;
  }
  return good;
}

template <class T>
bool read_body(const YAML::Node& body, AddRecord<T>& change, const std::string& file, Problems& problems) {
  yaml::Reading reading;
  if (!yaml::read_described(body, change.record, file, problems, reading)) return false;
  change.references = std::move(reading.references);
  const bool has_id = check_id(body, change.record.id, file, problems);
  return check_repeats(change.references, file, problems) && has_id;
}

template <class T>
bool read_body(const YAML::Node& body, RemoveRecord<T>& change, const std::string& file, Problems& problems) {
  return yaml::read_described(body, change, file, problems) && check_id(body, change.id, file, problems);
}

template <class T>
bool read_body(const YAML::Node& body, MoveRecord<T>& change, const std::string& file, Problems& problems) {
  return yaml::read_described(body, change, file, problems) && check_id(body, change.id, file, problems);
}

template <class T>
bool read_values(const YAML::Node& set, ModifyRecord<T>& change, const std::string& file, Problems& problems) {
  auto names = yaml::field_names<T>();
  std::erase(names, "id");
  if (!yaml::check_keys(set, names, file, problems)) return false;
  if (set.size() == 0) return yaml::refuse(set, Field{"set", "", ""}, "at least one field to set", file, problems);
  yaml::Reading reading{.partial = true, .given = {}, .references = {}};
  const bool good = yaml::read_fields(set, change.values, file, problems, reading);
  change.fields = std::move(reading.given);
  std::erase(change.fields, "id");
  change.references = std::move(reading.references);
  return check_repeats(change.references, file, problems) && good;
}

template <class T>
bool read_body(const YAML::Node& body, ModifyRecord<T>& change, const std::string& file, Problems& problems) {
  constexpr std::string_view keys[] = {"id", "set"};
  if (!yaml::check_keys(body, keys, file, problems)) return false;
  const std::size_t before = problems.list().size();
  for (const auto key : keys) {
    if (!body[std::string(key)].IsDefined()) problems.add(file, yaml::place_of(body), std::string(key) + ": missing");
  }
  const YAML::Node id = body["id"];
  if (id.IsDefined() && yaml::read(id, change.id, Field{"id", "", ""}, file, problems)) check_id(body, change.id, file, problems);
  if (const YAML::Node set = body["set"]; set.IsDefined()) read_values(set, change, file, problems);
  return problems.list().size() == before;
}

bool report_unknown(const YAML::Node& key, const std::string& file, Problems& problems) {
  const std::string& name = key.Scalar();
  const std::string verb = "move_";
  const bool moves = name.starts_with(verb);
  if (moves && std::find(record_names.begin(), record_names.end(), name.substr(verb.size())) != record_names.end()) {
    problems.add(
        file, yaml::place_of(key),
        "found \"" + name + "\", but a " + name.substr(verb.size()) + " has no single position to move: modify what it consists of");
    return false;
  }
  std::vector<std::string> names;
  for_each_change_kind([&names]<class Kind>() { names.push_back(change_name<Kind>()); });
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view close = nearest_name(name, views);
  problems.add(file, yaml::place_of(key),
               "found the unknown change " + yaml::found(key) + ", " +
                   (close.empty() ? "expected add_, remove_, modify_ or move_ with the name of a record, e.g. add_radio_site"
                                  : std::string("did you mean ").append(close).append("?")));
  return false;
}

bool read_change(const YAML::Node& entry, Change& change, const std::string& file, Problems& problems) {
  if (!entry.IsMap() || entry.size() != 1) return yaml::refuse(entry, Field{}, "one change, e.g. remove_tree: {id: T-1}", file, problems);
  const YAML::Node key = entry.begin()->first;
  const YAML::Node body = entry.begin()->second;
  bool known = false;
  bool good = false;
  for_each_change_kind([&]<class Kind>() {
    if (known || key.Scalar() != change_name<Kind>()) return;
    known = true;
    Kind action;
    good = read_body(body, action, file, problems);
    change = {file, yaml::place_of(key), std::move(action)};
  });
  return known ? good : report_unknown(key, file, problems);
}

}  // namespace

std::vector<Change> read_changes(const YAML::Node& list, const std::string& file, Problems& problems) {
  std::vector<Change> changes;
  if (!list.IsSequence()) {
    yaml::refuse(list, Field{"changes", "", ""}, "a list of changes", file, problems);
    return changes;
  }
  for (const auto& entry : list) {
    Change change;
    if (read_change(entry, change, file, problems)) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace parktwin
