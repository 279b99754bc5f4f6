#include "importers/netbox/netbox.h"

#include "importers/foreign_tables/text_source.h"
#include "importers/netbox/netbox_csv.h"
#include "importers/netbox/netbox_tables.h"

namespace parktwin::importers::netbox {
namespace {

std::optional<Inventory> read_inventory(const std::string& source, const ApiOptions& options, Problems& problems) {
  if (is_address(source)) {
    const auto objects = fetch_objects(source, options, problems);
    return objects ? inventory_of(*objects, problems) : std::nullopt;
  }
  if (std::filesystem::is_directory(source)) return read_csv_inventory(source, problems);
  const auto text = read_text_source(source, problems);
  const auto document = text ? parse_json(*text, source, problems) : std::nullopt;
  const auto objects = document ? objects_of(*document, source, problems) : std::nullopt;
  return objects ? inventory_of(*objects, problems) : std::nullopt;
}

}  // namespace

std::optional<ForeignTables> read_netbox(const std::string& source, const ApiOptions& options, Problems& problems) {
  const auto inventory = read_inventory(source, options, problems);
  if (!inventory) return std::nullopt;
  return tables_of(*inventory);
}

}  // namespace parktwin::importers::netbox
