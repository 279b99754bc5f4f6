#include "importers/netbox/netbox_objects.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace parktwin::importers::netbox {
namespace {

constexpr std::size_t most_shown = 40;

std::string shown(const nlohmann::json& value) {
  auto text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  if (text.size() > most_shown) text = text.substr(0, most_shown) + "…";
  return text;
}

bool is_key(const nlohmann::json& value) { return value.is_number_integer() && value.get<double>() >= 0.0 && value.get<double>() < 9e15; }

void add_dump(Objects& objects, const nlohmann::json& document, Problems& problems) {
  std::size_t number = 0;
  for (const auto& entry : document) {
    const auto place = fmt::format("object {}", ++number);
    const bool sound = entry.is_object() && entry.contains("model") && entry["model"].is_string() && entry.contains("fields") &&
                       entry["fields"].is_object();
    if (!sound) {
      problems.add(objects.file, place, fmt::format("found {}, expected an object with model, pk and fields", shown(entry)));
      continue;
    }
    if (!entry.contains("pk")) continue;  // natural keys, such as content types have
    auto fields = entry["fields"];
    fields["id"] = entry["pk"];
    add_object(objects, entry["model"].get<std::string>(), fields, place, problems);
  }
}

}  // namespace

const std::map<Key, nlohmann::json>& Objects::all(const std::string& model) const {
  static const std::map<Key, nlohmann::json> none;
  const auto found = of.find(model);
  return found == of.end() ? none : found->second;
}

void add_object(Objects& objects, const std::string& model, const nlohmann::json& object, const std::string& place, Problems& problems) {
  if (!object.is_object() || !object.contains("id")) {
    problems.add(objects.file, place, fmt::format("found {}, expected an object with an id", shown(object)));
    return;
  }
  if (!is_key(object["id"])) {
    if (object["id"].is_string()) return;  // sessions and the like have texts as keys
    problems.add(objects.file, place, fmt::format("found the id {}, expected a whole number", shown(object["id"])));
    return;
  }
  const auto key = object["id"].get<Key>();
  if (!objects.of[model].emplace(key, object).second)
    problems.add(objects.file, place, fmt::format("{} {} stands twice, expected every key once", model, key));
}

std::optional<Objects> objects_of(const nlohmann::json& document, const std::string& file, Problems& problems) {
  Objects objects;
  objects.file = file;
  const auto before = problems.list().size();
  if (document.is_array()) {
    add_dump(objects, document, problems);
  } else if (document.is_object()) {
    for (const auto& [model, list] : document.items()) {
      if (!list.is_array()) {
        problems.add(file, model, fmt::format("found {}, expected a list of objects", shown(list)));
        continue;
      }
      std::size_t number = 0;
      for (const auto& object : list) add_object(objects, model, object, fmt::format("{}, object {}", model, ++number), problems);
    }
  } else {
    problems.add(file, "", fmt::format("found {}, expected the objects of a NetBox inventory", shown(document)));
  }
  if (problems.list().size() > before) return std::nullopt;
  return objects;
}

const nlohmann::json* FieldReader::member(const char* name) const {
  const auto found = object_.find(name);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

void FieldReader::report(const char* name, const nlohmann::json& found, const char* expected) const {
  problems_.add(file_, fmt::format("{}, field {}", place_, name), fmt::format("found {}, expected {}", shown(found), expected));
}

std::string FieldReader::text(const char* name) const {
  const auto* value = member(name);
  if (value == nullptr) return "";
  if (value->is_string()) return value->get<std::string>();
  if (value->is_object()) {
    for (const char* key : {"value", "address", "prefix", "name", "display"}) {
      if (value->contains(key) && (*value)[key].is_string()) return (*value)[key].get<std::string>();
    }
  }
  report(name, *value, "a text");
  return "";
}

std::optional<Key> FieldReader::reference(const char* name) const {
  const auto* value = member(name);
  if (value == nullptr) return std::nullopt;
  const auto* key = value->is_object() && value->contains("id") ? &(*value)["id"] : value;
  if (is_key(*key)) return key->get<Key>();
  report(name, *value, "the key of an object");
  return std::nullopt;
}

std::optional<double> FieldReader::number(const char* name) const {
  const auto* value = member(name);
  if (value == nullptr) return std::nullopt;
  double number = 0.0;
  if (value->is_number()) return value->get<double>();
  if (value->is_string()) {
    const auto& text = value->get_ref<const std::string&>();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && std::isfinite(number)) return number;
  }
  report(name, *value, "a number");
  return std::nullopt;
}

bool FieldReader::truth(const char* name, bool otherwise) const {
  const auto* value = member(name);
  if (value == nullptr) return otherwise;
  if (value->is_boolean()) return value->get<bool>();
  report(name, *value, "true or false");
  return otherwise;
}

}  // namespace parktwin::importers::netbox
