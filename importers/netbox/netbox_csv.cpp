#include "importers/netbox/netbox_csv.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers::netbox {
namespace {

struct Table {
  std::string model;
  std::string file;
  std::vector<std::string> required;
};

/// In an order in which names are known before they are referred to.
const std::vector<Table>& known_tables() {
  static const std::vector<Table> tables{{"dcim.site", "sites.csv", {"name"}},
                                         {"dcim.rack", "racks.csv", {"name", "site"}},
                                         {"dcim.device", "devices.csv", {"name", "role"}},
                                         {"dcim.interface", "interfaces.csv", {"device", "name", "type"}},
                                         {"dcim.rearport", "rear_ports.csv", {"device", "name"}},
                                         {"dcim.frontport", "front_ports.csv", {"device", "name", "rear_port"}},
                                         {"dcim.cable", "cables.csv", {"side_a_type", "side_a_name", "side_b_type", "side_b_name"}},
                                         {"ipam.prefix", "prefixes.csv", {"prefix"}}};
  return tables;
}

/// Rows become objects as the REST API gives them, so that one reading serves all forms.
class CsvFolder {
 public:
  CsvFolder(const std::filesystem::path& folder, Problems& problems) : folder_(folder), problems_(problems) {
    objects_.file = folder.string();
  }

  std::optional<Objects> read() {
    const auto before = problems_.list().size();
    if (!std::filesystem::exists(folder_ / "devices.csv")) {
      problems_.add(folder_.string(), "", "found no devices.csv, expected the tables of a NetBox export");
      return std::nullopt;
    }
    for (const auto& table : known_tables()) {
      if (std::filesystem::exists(folder_ / table.file)) read(table);
    }
    if (problems_.list().size() > before) return std::nullopt;
    return std::move(objects_);
  }

 private:
  void read(const Table& table) {
    VectorRequest request;
    request.file = folder_ / table.file;
    request.geometry = false;
    const auto layer = read_vector_layer(request, problems_);
    if (!layer) return;
    for (const auto& name : table.required) {
      if (!layer->column(name))
        problems_.add(request.file.string(), "", fmt::format("found no column {}, expected one of {}", name, joined(layer->available)));
    }
    file_ = request.file.string();
    for (const auto& feature : layer->features) {
      nlohmann::json object;
      for (std::size_t i = 0; i < layer->columns.size(); ++i) {
        if (!is_missing(feature.attributes[i])) object[layer->columns[i]] = text_of(feature.attributes[i]);
      }
      place_ = fmt::format("row {}", feature.number);
      const auto key = static_cast<Key>(feature.number);
      object["id"] = key;
      link(table.model, object, key);
      objects_.of[table.model].emplace(key, std::move(object));
    }
  }

  void link(const std::string& model, nlohmann::json& object, Key key) {
    const auto name = object.value("name", "");
    if (model == "dcim.site") known(model, name, key);
    for (const char* field : {"tenant", "role", "device_role", "device_type", "vrf", "primary_ip4", "primary_ip6"}) nest(object, field);
    if (model == "ipam.prefix") return nest(object, "site");
    refer(object, "site", "dcim.site", "");
    if (model == "dcim.rack") known(model, object.value("site", 0) > 0 ? fmt::format("{}/{}", object.value("site", 0), name) : name, key);
    if (model == "dcim.device") {
      refer(object, "rack", "dcim.rack", object.value("site", 0) > 0 ? fmt::format("{}/", object.value("site", 0)) : "");
      known(model, name, key);
    }
    if (model == "dcim.cable") return ends(object);
    if (!object.contains("device")) return;
    const auto device = refer(object, "device", "dcim.device", "");
    if (model == "dcim.frontport") refer(object, "rear_port", "dcim.rearport", fmt::format("{}/", device));
    known(model, fmt::format("{}/{}", device, name), key);
    if (object.contains("enabled")) truth(object, "enabled");
  }

  static void nest(nlohmann::json& object, const char* field) {
    if (object.contains(field)) object[field] = {{"name", object[field]}, {"id", 0}};
  }

  void truth(nlohmann::json& object, const char* field) {
    const auto text = object[field].get<std::string>();
    const bool yes = text == "true" || text == "True" || text == "1";
    if (!yes && text != "false" && text != "False" && text != "0")
      problems_.add(file_, fmt::format("{}, column {}", place_, field), fmt::format("found \"{}\", expected true or false", text));
    object[field] = yes;
  }

  void known(const std::string& model, const std::string& name, Key key) {
    if (!keys_[model].emplace(name, key).second && !name.empty()) twice_[model].insert(name);
  }

  Key refer(nlohmann::json& object, const char* field, const std::string& model, const std::string& before) {
    if (!object.contains(field)) return 0;
    const auto key = find(model, before + object[field].get<std::string>(), field, object[field].get<std::string>());
    object[field] = key;
    return key;
  }

  Key find(const std::string& model, const std::string& name, const char* field, const std::string& shown) {
    const auto found = keys_[model].find(name);
    const bool twice = twice_[model].contains(name);
    if (found != keys_[model].end() && !twice) return found->second;
    problems_.add(file_, fmt::format("{}, column {}", place_, field),
                  fmt::format("found \"{}\", which {} as {}", shown, twice ? "stands twice" : "is not there", model.substr(5)));
    return 0;
  }

  void ends(nlohmann::json& object) {
    for (const char* side : {"a", "b"}) {
      const auto prefix = fmt::format("side_{}_", side);
      const auto type = object.value(prefix + "type", "");
      const auto device = object.value(prefix + "device", "");
      nlohmann::json end{{"object_type", type}, {"object_id", 0}};
      if (type == "dcim.interface" || type == "dcim.frontport" || type == "dcim.rearport") {
        const auto key = find("dcim.device", device, "side_device", device);
        if (key > 0)
          end["object_id"] =
              find(type, fmt::format("{}/{}", key, object.value(prefix + "name", "")), "side_name", object.value(prefix + "name", ""));
      }
      object[std::string(side) + "_terminations"] = nlohmann::json::array({end});
    }
  }

  std::filesystem::path folder_;
  Problems& problems_;
  Objects objects_;
  std::string file_;
  std::string place_;
  std::map<std::string, std::map<std::string, Key>> keys_;
  std::map<std::string, std::set<std::string>> twice_;
};

}  // namespace

std::optional<Inventory> read_csv_inventory(const std::filesystem::path& folder, Problems& problems) {
  const auto objects = CsvFolder(folder, problems).read();
  return objects ? inventory_of(*objects, problems) : std::nullopt;
}

}  // namespace parktwin::importers::netbox
