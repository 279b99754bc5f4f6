#pragma once
// Objects of a NetBox inventory as JSON, by model ("dcim.device"), from any of the forms they are handed over in: Django's dumpdata
// ([{"model", "pk", "fields"}]), or lists by model ({"dcim.device": [{"id", …}]}) as the REST API answers them. References are keys or
// nested objects, choices texts or {"value", "label"}; the readers here take either.
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "engine/core/errors.h"

namespace parktwin::importers::netbox {

using Key = std::int64_t;

struct Objects {
  std::string file;  ///< or address
  std::map<std::string, std::map<Key, nlohmann::json>> of;

  [[nodiscard]] const std::map<Key, nlohmann::json>& all(const std::string& model) const;
};

/// Problems: neither form, an object without key, a key twice.
[[nodiscard]] std::optional<Objects> objects_of(const nlohmann::json& document, const std::string& file, Problems& problems);

/// Adds one object of a list; problems name `place`.
void add_object(Objects& objects, const std::string& model, const nlohmann::json& object, const std::string& place, Problems& problems);

/// Reads the fields of one object and reports those of another type than expected.
class FieldReader {
 public:
  FieldReader(const nlohmann::json& object, std::string place, const std::string& file, Problems& problems)
      : object_(object), place_(std::move(place)), file_(file), problems_(problems) {}

  [[nodiscard]] std::string text(const char* name) const;              ///< empty: null or absent
  [[nodiscard]] std::optional<Key> reference(const char* name) const;  ///< none: null or absent
  [[nodiscard]] std::optional<double> number(const char* name) const;  ///< also from texts, as Django writes decimals
  [[nodiscard]] bool truth(const char* name, bool otherwise) const;
  void report(const char* name, const nlohmann::json& found, const char* expected) const;

 private:
  [[nodiscard]] const nlohmann::json* member(const char* name) const;
  const nlohmann::json& object_;
  std::string place_;
  const std::string& file_;
  Problems& problems_;
};

}  // namespace parktwin::importers::netbox
