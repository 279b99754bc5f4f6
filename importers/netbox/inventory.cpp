#include "importers/netbox/inventory.h"

#include <fmt/format.h>

#include <charconv>
#include <set>

#include "importers/source_mapping/unit_conversion.h"

namespace parktwin::importers::netbox {
namespace {

EndKind kind_of(const std::string& model) {
  if (model == "dcim.interface") return EndKind::interface;
  if (model == "dcim.frontport") return EndKind::front_port;
  if (model == "dcim.rearport") return EndKind::rear_port;
  if (model == "circuits.circuittermination") return EndKind::circuit;
  return EndKind::other;
}

class Reading {
 public:
  Reading(const Objects& objects, Problems& problems) : objects_(objects), problems_(problems) {}

  Inventory read() {
    each("dcim.site", [this](Key key, const FieldReader& from) {
      made_.sites[key] = {
          from.text("name"),       from.text("status"),     from.text("physical_address"), name_of(from, "tenant", "tenancy.tenant"),
          from.number("latitude"), from.number("longitude")};
    });
    each("dcim.rack", [this](Key key, const FieldReader& from) {
      made_.racks[key] = {from.text("name"), there(from, "site", made_.sites), name_of(from, "tenant", "tenancy.tenant")};
    });
    each("dcim.device", [this](Key key, const FieldReader& from) { made_.devices[key] = device(key, from); });
    each("dcim.interface", [this](Key key, const FieldReader& from) { add_interface(key, from); });
    each("dcim.rearport", [this](Key key, const FieldReader& from) {
      if (const auto device = of_device(from)) made_.rear_ports[key] = {*device, from.text("name")};
    });
    each("dcim.frontport", [this](Key key, const FieldReader& from) { add_front_port(key, from); });
    each("circuits.circuittermination", [this](Key key, const FieldReader& from) {
      // From NetBox 4.2 on the end names a kind of place; before, it has a field for each.
      const bool provider = from.reference("provider_network").has_value() || from.text("termination_type") == "circuits.providernetwork";
      if (const auto circuit = from.reference("circuit")) made_.circuit_ends[key] = {*circuit, provider};
    });
    each("dcim.cable", [this](Key key, const FieldReader& from) { add_cable(key, from); });
    each("dcim.cabletermination", [this](Key, const FieldReader& from) { add_termination(from); });
    each("ipam.prefix", [this](Key key, const FieldReader& from) {
      made_.prefixes[key] = {from.text("prefix"),
                             from.text("status"),
                             name_of(from, "role", "ipam.role"),
                             name_of(from, "site", "dcim.site"),
                             name_of(from, "tenant", "tenancy.tenant"),
                             name_of(from, "vrf", "ipam.vrf")};
    });
    return std::move(made_);
  }

 private:
  template <class Take>
  void each(const std::string& model, const Take& take) {
    for (const auto& [key, object] : objects_.all(model)) {
      now_ = &object;
      take(key, FieldReader(object, fmt::format("{} {}", model, key), objects_.file, problems_));
    }
  }

  /// The name of what a field refers to: nested in the field, or found by its key.
  std::string name_of(const FieldReader& from, const char* field, const std::string& model) {
    const auto nested = now_->find(field);
    if (nested != now_->end() && nested->is_object()) {
      for (const char* key : {"name", "model", "address"}) {
        if (nested->contains(key) && (*nested)[key].is_string()) return (*nested)[key].get<std::string>();
      }
    }
    const auto key = from.reference(field);
    if (!key) return "";
    const auto& all = objects_.all(model);
    const auto found = all.find(*key);
    if (found == all.end()) {
      from.report(field, *key, ("the key of a " + model).c_str());
      return "";
    }
    const FieldReader target(found->second, fmt::format("{} {}", model, *key), objects_.file, problems_);
    return target.text(model == "dcim.devicetype" ? "model" : model == "ipam.ipaddress" ? "address" : "name");
  }

  template <class Table>
  std::optional<Key> there(const FieldReader& from, const char* field, const Table& table) {
    const auto key = from.reference(field);
    if (key && !table.contains(*key)) {
      from.report(field, *key, "the key of an object of this inventory");
      return std::nullopt;
    }
    return key;
  }

  std::optional<Key> of_device(const FieldReader& from) {
    const auto device = there(from, "device", made_.devices);
    if (!device && !from.reference("device")) from.report("device", nullptr, "the key of a device");
    return device;
  }

  Device device(Key, const FieldReader& from) {
    Device made;
    made.name = from.text("name");
    made.role = name_of(from, now_->contains("role") ? "role" : "device_role", "dcim.devicerole");
    made.type = name_of(from, "device_type", "dcim.devicetype");
    made.status = from.text("status");
    made.tenant = name_of(from, "tenant", "tenancy.tenant");
    made.site = there(from, "site", made_.sites);
    made.rack = there(from, "rack", made_.racks);
    made.latitude = from.number("latitude");
    made.longitude = from.number("longitude");
    made.ipv4 = without_length(name_of(from, "primary_ip4", "ipam.ipaddress"));
    made.ipv6 = without_length(name_of(from, "primary_ip6", "ipam.ipaddress"));
    return made;
  }

  static std::string without_length(const std::string& address) { return address.substr(0, address.find('/')); }

  void add_interface(Key key, const FieldReader& from) {
    const auto device = of_device(from);
    if (!device) return;
    Interface made{*device, from.text("name"), from.text("type"), std::nullopt, from.truth("enabled", true)};
    const auto speed = from.number("speed");  // kbit/s
    made.rate_mbps = speed ? std::optional(*speed / 1000.0) : rate_of_type(made.type);
    made_.interfaces[key] = made;
  }

  void add_front_port(Key key, const FieldReader& from) {
    const auto device = of_device(from);
    const auto rear = there(from, "rear_port", made_.rear_ports);
    if (!device || !rear) return;
    made_.front_ports[key] = {*device, from.text("name"), *rear, static_cast<int>(from.number("rear_port_position").value_or(1.0))};
  }

  void add_cable(Key key, const FieldReader& from) {
    Cable made;
    made.type = from.text("type");
    made.status = from.text("status");
    if (const auto length = from.number("length")) {
      const auto factor = unit_factor(from.text("length_unit"), "m");
      if (factor) made.length_m = *length * *factor;
      if (!factor) from.report("length_unit", from.text("length_unit"), "km, m, cm, mi, ft or in");
    }
    for (int side = 0; side < 2; ++side) {
      const auto list = now_->find(side == 0 ? "a_terminations" : "b_terminations");
      if (list == now_->end() || !list->is_array()) continue;
      for (const auto& end : *list) {
        const bool sound = end.is_object() && end.contains("object_type") && end["object_type"].is_string() && end.contains("object_id") &&
                           end["object_id"].is_number_integer();
        if (sound) add_end(made.ends[side], end["object_type"].get<std::string>(), end["object_id"].get<Key>(), from);
        if (!sound) from.report("a_terminations", end, "object_type and object_id");
      }
    }
    made_.cables[key] = std::move(made);
  }

  void add_termination(const FieldReader& from) {
    const auto cable = there(from, "cable", made_.cables);
    const auto key = from.reference("termination_id");
    const auto& type = now_->contains("termination_type") ? (*now_)["termination_type"] : nlohmann::json();
    const bool named = type.is_array() && type.size() == 2 && type[0].is_string() && type[1].is_string();
    if (!named) return from.report("termination_type", type, "application and model, as dumpdata --natural-foreign writes them");
    const auto end = from.text("cable_end");
    if (end != "A" && end != "B") return from.report("cable_end", end, "A or B");
    if (cable && key) {
      add_end(made_.cables[*cable].ends[end == "A" ? 0 : 1], type[0].get<std::string>() + "." + type[1].get<std::string>(), *key, from);
    }
  }

  void add_end(std::vector<CableEnd>& ends, const std::string& model, Key key, const FieldReader& from) {
    const CableEnd end{kind_of(model), key};
    const bool known = end.kind == EndKind::interface    ? made_.interfaces.contains(key)
                       : end.kind == EndKind::front_port ? made_.front_ports.contains(key)
                       : end.kind == EndKind::rear_port  ? made_.rear_ports.contains(key)
                                                         : true;
    if (!known) return from.report("termination_id", key, ("the key of a " + model).c_str());
    ends.push_back(end);
  }

  const Objects& objects_;
  Problems& problems_;
  const nlohmann::json* now_ = nullptr;
  Inventory made_;
};

}  // namespace

std::optional<Inventory> inventory_of(const Objects& objects, Problems& problems) {
  const auto before = problems.list().size();
  auto made = Reading(objects, problems).read();
  if (problems.list().size() > before) return std::nullopt;
  return made;
}

std::optional<double> rate_of_type(const std::string& type) {
  // IEEE 802.3 names begin with Mbit/s, or Gbit/s with a g: "1000base-t", "2.5gbase-t", "100gbase-x-qsfp28".
  const auto base = type.find("base");
  if (base == std::string::npos) return std::nullopt;
  double rate = 0.0;
  const auto [end, error] = std::from_chars(type.data(), type.data() + base, rate);
  if (error != std::errc() || rate <= 0.0) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(type.data() + base - end));
  if (unit == "g") return rate * 1000.0;
  return unit.empty() ? std::optional(rate) : std::nullopt;
}

}  // namespace parktwin::importers::netbox
