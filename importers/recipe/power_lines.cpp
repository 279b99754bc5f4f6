#include "importers/recipe/power_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "importers/openstreetmap/power_network.h"
#include "importers/recipe/record_maker.h"
#include "importers/source_mapping/unit_conversion.h"

namespace parktwin::importers {
namespace {

constexpr double station_reach_m = 100.0;  // a line often ends at the portal outside the mapped outline

std::string bus_id(const ReadSource& source, const Feature& feature) {
  const auto id = source.rule.fields.find("id");
  const auto value = id == source.rule.fields.end() ? Value{} : evaluate(id->second, feature, "");
  return id_text(is_missing(value.attribute) ? fmt::format("{}-{}", source.rule.name, feature.number) : text_of(value.attribute));
}

std::optional<double> voltage_kv(const ReadSource& source, const Feature& feature) {
  const auto given = source.rule.fields.find("nominal_kv");
  if (given != source.rule.fields.end()) return quantity(evaluate(given->second, feature, "kV").attribute, "kV", "kV");
  const auto column = source.layer.column("voltage");
  return column ? quantity(feature.attributes[*column], "V", "kV") : std::nullopt;
}

std::vector<PowerStation> stations_of(const std::vector<ReadSource>& sources) {
  std::vector<PowerStation> stations;
  for (const auto& source : sources) {
    if (source.rule.table != "buses") continue;
    for (const auto& feature : source.layer.features) {
      if (!feature.shape.empty()) stations.push_back({bus_id(source, feature), feature.shape, voltage_kv(source, feature)});
    }
  }
  return stations;
}

Expression column_expression(std::string name, std::size_t position) {
  Expression expression;
  expression.kind = Expression::Kind::column;
  expression.column = std::move(name);
  expression.position = position;
  return expression;
}

ReadSource source_of(const std::vector<MadeBus>& buses, const ReadSource& lines) {
  ReadSource made;
  made.rule.name = lines.rule.name + " buses";
  made.rule.table = "buses";
  made.layer.name = "bus";
  made.layer.columns = {"id", "nominal_kv"};
  made.layer.available = made.layer.columns;
  for (std::size_t i = 0; i < made.layer.columns.size(); ++i) {
    made.rule.fields[made.layer.columns[i]] = column_expression(made.layer.columns[i], i);
  }
  for (const auto& bus : buses) {
    auto& feature = made.layer.features.emplace_back();
    feature.number = made.layer.features.size();
    feature.attributes = {bus.id, bus.nominal_kv ? Attribute(*bus.nominal_kv) : Attribute()};
    feature.shape.points = {to_centimetre(bus.place)};
    made.report.add(Finding::guessed, "buses where lines end or meet", bus.id);
  }
  made.report.name = made.rule.name;
  made.report.table = made.rule.table;
  made.report.features = made.layer.features.size();
  return made;
}

/// Replaces the lines by their stretches between buses.
void take_stretches(const PowerNetwork& network, const std::vector<std::size_t>& feature_of_way, ReadSource& source) {
  auto& layer = source.layer;
  const std::size_t first = layer.columns.size();
  for (const char* name : {"from", "to", "length_m"}) {
    source.rule.fields[name] = column_expression(name, layer.columns.size());
    layer.columns.emplace_back(name);
  }
  std::vector<Feature> stretches;
  std::vector<std::size_t> parts(layer.features.size(), 0);
  for (const auto& stretch : network.stretches) {
    const std::size_t number = feature_of_way[stretch.way];
    Feature feature = layer.features[number];
    feature.shape = {};
    feature.shape.lines = {stretch.path};
    feature.attributes.resize(first);
    feature.attributes.insert(feature.attributes.end(), {stretch.from, stretch.to, to_centimetre(length(stretch.path))});
    if (++parts[number] == 2) source.report.add(Finding::changed, "lines cut where others end on them", place_in(layer, feature));
    stretches.push_back(std::move(feature));
  }
  for (const std::size_t way : network.within_one) {
    source.report.add(Finding::dropped, "stretches with both ends at one bus", place_in(layer, layer.features[feature_of_way[way]]));
  }
  layer.features = std::move(stretches);
}

}  // namespace

void connect_power_lines(std::vector<ReadSource>& sources) {
  const auto stations = stations_of(sources);
  const std::size_t count = sources.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (sources[i].rule.table != "power_lines" || sources[i].rule.fields.contains("from") || sources[i].rule.fields.contains("to"))
      continue;
    std::vector<PowerWay> ways;
    std::vector<std::size_t> feature_of_way;
    for (std::size_t f = 0; f < sources[i].layer.features.size(); ++f) {
      const auto& feature = sources[i].layer.features[f];
      for (const auto& line : feature.shape.lines) {
        ways.push_back({line, voltage_kv(sources[i], feature)});
        feature_of_way.push_back(f);
      }
    }
    const auto network = connected(ways, stations, station_reach_m, "BUS-" + id_text(sources[i].rule.name) + "-");
    take_stretches(network, feature_of_way, sources[i]);
    if (!network.buses.empty()) sources.push_back(source_of(network.buses, sources[i]));
  }
}

}  // namespace parktwin::importers
