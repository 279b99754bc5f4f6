#include "viz/window/object_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "viz/window/wording.h"

namespace parktwin::viz::window {
namespace {

bool part_of_id(char character) { return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '-' || character == '_'; }

std::string text_of(const RecordFields& value, Language language) {
  if (value.is_boolean()) return (value.get<bool>() ? word::yes : word::no).in(language);
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_number()) return number_text(value.get<double>());
  if (value.is_string()) return value_text(value.get<std::string>(), language);
  if (value.is_object()) return value.contains("id") ? value["id"].get<std::string>() : std::string();
  std::string list;
  for (const auto& entry : value) {
    const std::string text = text_of(entry, language);
    if (!text.empty()) list += (list.empty() ? "" : ", ") + text;
  }
  return list;
}

/// Names of enterprises say more than their ids.
std::string with_enterprise_name(const Park& park, const std::string& id, Language language) {
  const auto enterprise = park.enterprises->find(id);
  if (!enterprise.valid()) return id;
  const Enterprise& found = (*park.enterprises)[enterprise];
  const std::string name = name_in(language, found.name, found.name_zh);
  return name.empty() ? id : fmt::format("{} ({})", name, id);
}

/// The object itself and what a verdict on it may be about instead: enterprises in a building, cells of a site.
std::set<std::string> ids_about(const Park& park, const RecordFields& fields, const std::string& record, const std::string& mesh) {
  std::set<std::string> ids{record};
  if (fields.contains("enterprise") && fields["enterprise"].is_string()) ids.insert(fields["enterprise"]);
  if (fields.contains("cells") && fields["cells"].is_array()) {
    for (const auto& cell : fields["cells"]) ids.insert(cell["id"].get<std::string>());
  }
  if (mesh == "buildings") {
    const auto building = park.buildings->find(record);
    for (const NetworkNode& node : *park.network_nodes) {
      if (building.valid() && node.building == building) ids.insert(node.id);
    }
  }
  return ids;
}

std::vector<NamedBy> named_by(std::span<const criteria::Verdict> verdicts, const std::set<std::string>& ids, Language language) {
  std::vector<NamedBy> found;
  for (const criteria::Verdict& verdict : verdicts) {
    NamedBy clause{verdict.id, name_in(language, verdict.title_en, verdict.title_zh), verdict.status, {}};
    for (std::size_t i = 0; i < verdict.where_en.size(); ++i) {
      const std::string& line = verdict.where_en[i];
      if (std::none_of(ids.begin(), ids.end(), [&line](const std::string& id) { return names(line, id); })) continue;
      const bool chinese = language == Language::zh && i < verdict.where_zh.size() && !verdict.where_zh[i].empty();
      clause.lines.push_back(chinese ? verdict.where_zh[i] : line);
    }
    if (!clause.lines.empty()) found.push_back(std::move(clause));
  }
  return found;
}

/// Links that begin or end at a device, at one in the building, at the site's backhaul, or that lie in the duct.
std::vector<LinkText> links_of(const Park& park, const std::string& mesh, const std::string& record, Language language) {
  const auto building = mesh == "buildings" ? park.buildings->find(record) : Id<Building>();
  const auto site = mesh == "masts" ? park.radio_sites->find(record) : Id<RadioSite>();
  const auto duct = mesh == "ducts" ? park.ducts->find(record) : Id<Duct>();
  const auto at_node = [&](Id<NetworkNode> node) {
    if (!node.valid()) return false;
    const NetworkNode& device = (*park.network_nodes)[node];
    if (mesh == "network_nodes") return device.id == record;
    if (site.valid()) return (*park.radio_sites)[site].backhaul == node;
    return building.valid() && device.building == building;
  };
  std::vector<LinkText> links;
  for (const NetworkLink& link : *park.network_links) {
    const auto& ducts = link.cable.valid() ? (*park.cables)[link.cable].ducts : std::vector<Id<Duct>>();
    const bool in_duct = duct.valid() && std::find(ducts.begin(), ducts.end(), duct) != ducts.end();
    if (!in_duct && !at_node(link.from) && !at_node(link.to)) continue;
    const auto end = [&](Id<NetworkNode> node) { return node.valid() ? (*park.network_nodes)[node].id : std::string("?"); };
    links.push_back(
        {link.id,
         fmt::format("{}  {} → {}  {}", link.id, end(link.from), end(link.to), value_text(std::string(name_of(link.medium)), language)),
         link.operational});
  }
  return links;
}

}  // namespace

bool names(const std::string& line, const std::string& id) {
  for (std::size_t at = line.find(id); at != std::string::npos; at = line.find(id, at + 1)) {
    const bool begins = at == 0 || !part_of_id(line[at - 1]);
    const bool ends = at + id.size() >= line.size() || !part_of_id(line[at + id.size()]);
    if (begins && ends) return true;
  }
  return false;
}

std::string number_text(double value) {
  std::string text = fmt::format("{:.3f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  if (text == "-0") text = "0";
  if (text.front() == '-') text.replace(0, 1, "−");
  return text;
}

ObjectText object_text(const Park& park, std::span<const criteria::Verdict> verdicts, const std::string& mesh, const std::string& record,
                       Language language) {
  ObjectText text;
  text.kind = kind_of(mesh).in(language);
  text.id = record;
  const auto records = records_of(park, mesh);
  const auto found = records.find(record);
  if (found == records.end()) return text;
  const RecordFields& fields = found->second;
  const auto own = [&fields](const char* name) {
    return fields.contains(name) && fields[name].is_string() ? fields[name].get<std::string>() : std::string();
  };
  text.name = name_in(language, own("name"), own("name_zh"));
  for (const auto& [name, value] : fields.items()) {
    if (name == "id" || name == "name" || name == "name_zh") continue;
    std::string shown = text_of(value, language);
    if (name == "enterprise") shown = with_enterprise_name(park, shown, language);
    if (!shown.empty()) text.fields.emplace_back(field_text(name, language), std::move(shown));
  }
  text.named_by = named_by(verdicts, ids_about(park, fields, record, mesh), language);
  text.links = links_of(park, mesh, record, language);
  return text;
}

}  // namespace parktwin::viz::window
