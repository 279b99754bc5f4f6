#include "importers/recipe/source_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/core/utf8.h"
#include "engine/core/whole_file.h"
#include "engine/park/park.h"
#include "importers/gdal_layers/chinese_map.h"
#include "importers/gdal_layers/database_source.h"
#include "importers/gdal_layers/shape_algebra.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/recipe/city_sources.h"
#include "importers/recipe/shape_mending.h"
#include "importers/recipe/token_file.h"
#include "importers/source_mapping/unit_conversion.h"

namespace parktwin::importers {
namespace {

constexpr const char* tags_column = "other_tags";

std::vector<std::string> wanted(const SourceRule& rule) {
  std::vector<std::string> names;
  for (const auto& [field, expression] : rule.fields) add_columns(expression, names);
  for (const auto& [key, expression] : rule.match) add_columns(expression, names);
  if (rule.x) add_columns(*rule.x, names);
  if (rule.y) add_columns(*rule.y, names);
  if (rule.x_end) add_columns(*rule.x_end, names);
  if (rule.y_end) add_columns(*rule.y_end, names);
  if (rule.only) add_columns(rule.only->subject.front(), names);
  if (rule.table == "power_lines") names.emplace_back("voltage");  // says which lines can be joined
  return names;
}

/// Asked-for tags become columns.
void unfold_tags(VectorLayer& layer, const std::vector<std::string>& names) {
  const auto tags = layer.column(tags_column);
  if (!tags) return;
  std::vector<std::string> added;
  for (const auto& name : names) {
    if (!layer.column(name) && std::find(added.begin(), added.end(), name) == added.end()) added.push_back(name);
  }
  for (auto& feature : layer.features) {
    const auto* text = std::get_if<std::string>(&feature.attributes[*tags]);
    const auto pairs = text != nullptr ? tags_of(*text) : std::map<std::string, std::string>();
    for (const auto& name : added) {
      const auto found = pairs.find(name);
      feature.attributes.push_back(found == pairs.end() ? Attribute() : Attribute(found->second));
    }
  }
  layer.columns.insert(layer.columns.end(), added.begin(), added.end());
}

/// Names every column a rule asks for and the source does not have, at the line of the recipe that asks.
void bind_rule(ReadSource& source, const Recipe& recipe, Problems& problems) {
  std::vector<const Expression*> absent;
  for (auto& [field, expression] : source.rule.fields) bind_columns(expression, source.layer, absent);
  for (auto& [key, expression] : source.rule.match) bind_columns(expression, source.layer, absent);
  if (source.rule.x) bind_columns(*source.rule.x, source.layer, absent);
  if (source.rule.y) bind_columns(*source.rule.y, source.layer, absent);
  if (source.rule.x_end) bind_columns(*source.rule.x_end, source.layer, absent);
  if (source.rule.y_end) bind_columns(*source.rule.y_end, source.layer, absent);
  if (source.rule.only) bind_columns(source.rule.only->subject.front(), source.layer, absent);
  for (const auto* expression : absent) {
    problems.add(recipe.file.string(), expression->place,
                 fmt::format("source {}: found no column {} in {}, expected one of {}", source.rule.name, expression->column,
                             source.rule.source.file, joined(source.layer.available)));
  }
}

/// Points from two columns.
void place_by_columns(ReadSource& source, const Recipe& recipe, Problems& problems) {
  const std::string crs = source.rule.source.crs.empty() ? "EPSG:4326" : source.rule.source.crs;
  const auto shifted = chinese_map_of(crs);
  const auto placement = Placement::find(shifted ? "EPSG:4326" : crs, recipe.crs);
  if (!placement) {
    problems.add(recipe.file.string(), source.rule.place, fmt::format("crs: {} cannot be transformed to {}", crs, recipe.crs));
    return;
  }
  const auto place = [&](const Expression& x_rule, const Expression& y_rule, const Feature& feature) -> std::optional<Point> {
    const auto x = evaluate(x_rule, feature, "");
    const auto y = evaluate(y_rule, feature, "");
    const auto east = quantity(x.attribute, "", "");
    const auto north = quantity(y.attribute, "", "");
    if (!east || !north) return std::nullopt;
    if (x.guessed || y.guessed) source.report.add(Finding::guessed, "position", place_in(source.layer, feature));
    const auto point = placement->move(shifted ? to_wgs84(*shifted, {*east, *north}) : Point{*east, *north});
    if (!point) source.report.add(Finding::dropped, "coordinates that are not on the Earth", place_in(source.layer, feature));
    return point;
  };
  for (auto& feature : source.layer.features) {
    const auto begin = place(*source.rule.x, *source.rule.y, feature);
    if (!begin) continue;
    if (!source.rule.x_end) {
      feature.shape.points = {to_centimetre(*begin)};
    } else if (const auto end = place(*source.rule.x_end, *source.rule.y_end, feature)) {
      feature.shape.lines = {LineString{{to_centimetre(*begin), to_centimetre(*end)}}};
    }
  }
}

/// The first row of each id.
void keep_distinct(ReadSource& source) {
  std::set<std::string> seen;
  const auto& id = source.rule.fields.at("id");
  const auto repeats = std::erase_if(source.layer.features, [&](const Feature& feature) {
    const auto text = text_of(evaluate(id, feature, "").attribute);
    return !text.empty() && !seen.insert(text).second;
  });
  if (repeats > 0) source.report.add(Finding::note, "rows of a record that stood before", "", repeats);
}

/// Closed lines are areas where areas or points are wanted.
void take_closed_lines(ReadSource& source, ShapeKind kind) {
  if (kind == ShapeKind::line || kind == ShapeKind::none) return;
  for (auto& feature : source.layer.features) {
    auto& shape = feature.shape;
    if (!shape.points.empty() || !shape.area.polygons.empty()) continue;
    for (const auto& line : shape.lines) {
      if (line.points.size() < 4 || !(line.points.front() == line.points.back())) continue;
      Ring ring(line.points.begin(), line.points.end() - 1);
      if (signed_area(ring) < 0.0) std::reverse(ring.begin(), ring.end());
      shape.area.polygons.push_back({std::move(ring), {}});
      source.report.add(Finding::changed, "closed lines taken as areas", place_in(source.layer, feature));
    }
  }
}

/// Areas stand for their centres where points are wanted.
void take_centres(ReadSource& source, ShapeKind kind) {
  if (kind != ShapeKind::point) return;
  for (auto& feature : source.layer.features) {
    auto& shape = feature.shape;
    if (!shape.points.empty() || shape.area.polygons.empty()) continue;
    shape.points.push_back(to_centimetre(centroid(shape.area)));
    source.report.add(Finding::changed, "areas taken as their centres", place_in(source.layer, feature));
  }
}

bool is_openstreetmap(const std::string& file) { return file.ends_with(".osm") || file.ends_with(".osm.gz") || file.ends_with(".pbf"); }

std::string usual_layer(const SourceRule& rule, ShapeKind kind) {
  if (!rule.source.layer.empty() || !is_openstreetmap(rule.source.file)) return rule.source.layer;
  return kind == ShapeKind::area ? "multipolygons" : kind == ShapeKind::line ? "lines" : "points";
}

/// By GDAL, or by our readers of city models.
std::optional<VectorLayer> map_layer(const SourceRule& rule, const Recipe& recipe, ShapeKind kind, SourceReport& report,
                                     Problems& problems) {
  VectorRequest request;
  const auto password = read_token(rule, recipe, problems);
  if (!password) return std::nullopt;
  request.file = located_source(recipe.file.parent_path(), rule.source.file);
  request.password = *password;
  request.layer = usual_layer(rule, kind);
  request.where = rule.source.where;
  request.crs = rule.source.crs;
  request.encoding = rule.encoding;
  request.frame = {recipe.crs, {}};
  request.geometry = kind != ShapeKind::none && !rule.x;
  if (request.encoding.empty() && request.file.extension() == ".csv") {
    const auto text = read_whole(request.file);
    if (text && first_invalid_utf8(*text) != std::string::npos) {
      problems.add(request.file.string(), "", "is not UTF-8; a table from a Chinese spreadsheet may need encoding: GBK in the recipe");
      return std::nullopt;
    }
  }
  return is_city_model(request.file) ? read_city_model(request, report, problems) : read_vector_layer(request, problems);
}

}  // namespace

std::string place_in(const VectorLayer& layer, const Feature& feature) { return fmt::format("{} {}", layer.name, feature.number); }

ShapeKind shape_kind_of(const std::string& table) {
  ShapeKind kind = ShapeKind::none;
  const Park park;
  describe(
      [&]<class P>(const Field& part, const P&) {
        if constexpr (RecordTable<typename P::Content>) {
          if (part.name != table) return;
          const typename P::Content::Record record{};
          describe(
              [&]<class M>(const Field&, const M&) {
                if constexpr (std::same_as<M, Point>) kind = ShapeKind::point;
                if constexpr (std::same_as<M, LineString>) kind = ShapeKind::line;
                if constexpr (std::same_as<M, Polygon> || std::same_as<M, MultiPolygon>) kind = ShapeKind::area;
              },
              record);
        }
      },
      park);
  return kind;
}

std::optional<ReadSource> read_source(const SourceRule& rule, const Recipe& recipe, Problems& problems) {
  ForeignReadings readings;
  return read_source(rule, recipe, problems, readings);
}

std::optional<ReadSource> read_source(const SourceRule& rule, const Recipe& recipe, Problems& problems, ForeignReadings& readings) {
  const ShapeKind kind = shape_kind_of(rule.table);
  ReadSource source{.rule = rule, .layer = {}, .report = {}};
  source.report.name = rule.name;
  source.report.file = rule.source.file;
  source.report.table = rule.table;
  const auto before = problems.list().size();
  auto layer = rule.format.empty() ? map_layer(rule, recipe, kind, source.report, problems)
                                   : foreign_layer(rule, recipe, readings, source.report, problems);
  if (!layer) return std::nullopt;
  source.layer = std::move(*layer);
  source.report.features = source.layer.features.size();
  unfold_tags(source.layer, wanted(rule));
  bind_rule(source, recipe, problems);
  if (problems.list().size() > before) return std::nullopt;
  if (rule.x) place_by_columns(source, recipe, problems);
  if (source.rule.only) std::erase_if(source.layer.features, [&](const Feature& feature) { return !holds(*source.rule.only, feature); });
  if (source.rule.distinct) keep_distinct(source);
  take_closed_lines(source, kind);
  mend_shapes(source);
  take_centres(source, kind);
  return source;
}

void shift(VectorLayer& layer, Point origin) {
  const auto move = [origin](Point& p) { p = to_centimetre({p.x - origin.x, p.y - origin.y}); };
  for (auto& feature : layer.features) {
    for (auto& point : feature.shape.points) move(point);
    for (auto& line : feature.shape.lines) std::for_each(line.points.begin(), line.points.end(), move);
    for (auto& polygon : feature.shape.area.polygons) {
      std::for_each(polygon.outer.begin(), polygon.outer.end(), move);
      for (auto& hole : polygon.holes) std::for_each(hole.begin(), hole.end(), move);
    }
  }
}

std::map<std::string, std::string> tags_of(const std::string& other_tags) {
  std::map<std::string, std::string> tags;
  std::vector<std::string> texts;
  std::string current;
  bool inside_text = false;
  for (std::size_t i = 0; i < other_tags.size(); ++i) {
    const char c = other_tags[i];
    if (inside_text && c == '\\' && i + 1 < other_tags.size()) {
      current += other_tags[++i];
    } else if (c == '"') {
      if (inside_text) texts.push_back(std::exchange(current, {}));
      inside_text = !inside_text;
    } else if (inside_text) {
      current += c;
    }
  }
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) tags[texts[i]] = texts[i + 1];
  return tags;
}

}  // namespace parktwin::importers
