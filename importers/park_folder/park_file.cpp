#include "importers/park_folder/park_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/yaml_reader.h"
#include "engine/park/park.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/park_folder/inner_path.h"

namespace parktwin::importers {
namespace {

using Names = std::vector<std::string_view>;

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Fields of T that a column can give: all but the geometry.
template <Described T>
Names column_fields() {
  Names names;
  const T record{};
  describe(
      [&names]<class M>(const Field& field, const M&) {
        if constexpr (!GeometryMember<M>) names.push_back(field.name);
      },
      record);
  return names;
}

class ParkFileReading {
 public:
  ParkFileReading(ParkFile& result, Problems& problems) : result_(result), problems_(problems) {}

  void read(const YAML::Node& root) {
    if (!root.IsMap()) {
      yaml::check_keys(root, park_file_keys, result_.name, problems_);
      return;
    }
    yaml::check_keys(root, park_file_keys, result_.name, problems_);
    read_site(root);
    if (const auto boundary = root["boundary"]; boundary.IsDefined()) {
      LayerSource source;
      if (yaml::read_described(boundary, source, result_.name, problems_) && inside(boundary, source.file)) result_.boundary = source;
    } else {
      problems_.add(result_.name, yaml::place_of(root), "boundary: missing, expected the file with the area that counts as the park");
    }
    if (const auto terrain = root["terrain"]; terrain.IsDefined()) {
      TerrainSection section;
      if (yaml::read_described(terrain, section, result_.name, problems_) && inside(terrain, section.file)) result_.terrain = section;
    }
    if (const auto weather = root["weather"]; weather.IsDefined()) {
      WeatherSection section;
      if (yaml::read_described(weather, section, result_.name, problems_) && inside(weather, section.file)) result_.weather = section;
    }
    if (const auto rules = root["height_rules"]; rules.IsDefined()) read_height_rules(rules);
    if (const auto layers = root["layers"]; layers.IsDefined()) read_layers(layers);
  }

 private:
  bool inside(const YAML::Node& node, const std::string& file) {
    if (stays_inside(file)) return true;
    problems_.add(result_.name, yaml::place_of(node["file"]), fmt::format("file: \"{}\" {}", file, leaves_folder));
    return false;
  }

  void read_site(const YAML::Node& root) {
    const auto node = root["site"];
    if (!node.IsDefined()) {
      problems_.add(result_.name, yaml::place_of(root), "site: missing, expected name and crs of the park");
      return;
    }
    if (!yaml::check_keys(node, column_fields<Site>(), result_.name, problems_) || !node.IsMap()) return;
    yaml::Reading reading{.partial = true, .given = {}, .references = {}};
    yaml::read_fields(node, result_.site, result_.name, problems_, reading);
    describe(
        [&]<class M>(const Field& field, const M&) {
          if (GeometryMember<M> || !field.required || has(reading.given, field.name)) return;
          problems_.add(result_.name, yaml::place_of(node), fmt::format("{}: missing, expected {}", field.name, field.meaning));
        },
        result_.site);
    result_.has_origin = both(node, reading.given, "origin_easting_m", "origin_northing_m");
    result_.has_frame = frame_is_sound(node);
    result_.has_longitude_latitude = both(node, reading.given, "origin_longitude_deg", "origin_latitude_deg");
  }

  bool both(const YAML::Node& node, const std::vector<std::string>& given, const char* first, const char* second) {
    if (has(given, first) != has(given, second)) {
      problems_.add(result_.name, yaml::place_of(node),
                    fmt::format("found only one of {} and {}, expected both or neither", first, second));
    }
    return has(given, first) && has(given, second);
  }

  /// What else is wrong with the site does not keep the layers from being placed.
  static bool frame_is_sound(const YAML::Node& site) {
    Problems unused;
    std::string crs;
    double number = 0.0;
    bool good = site["crs"].IsDefined() && yaml::read(site["crs"], crs, Field{}, std::string(), unused) && !crs.empty();
    for (const char* key : {"origin_easting_m", "origin_northing_m"}) {
      good = good && (!site[key].IsDefined() || yaml::read(site[key], number, Field{}, std::string(), unused));
    }
    return good;
  }

  void read_height_rules(const YAML::Node& node) {
    Names uses;
    for (const auto& entry : names_of(BuildingUse{})) uses.push_back(entry.name);
    if (!yaml::check_keys(node, uses, result_.name, problems_)) return;
    for (const auto& entry : names_of(BuildingUse{})) {
      const auto rule = node[std::string(entry.name)];
      if (rule.IsDefined()) yaml::read_described(rule, rule_for(result_.height_rules, entry.value), result_.name, problems_);
    }
  }

  void read_layers(const YAML::Node& node) {
    Names tables;
    const Park park;
    describe(
        [&]<class P>(const Field& field, const P&) {
          if constexpr (RecordTable<typename P::Content>) tables.push_back(field.name);
        },
        park);
    if (!yaml::check_keys(node, tables, result_.name, problems_)) return;
    describe(
        [&]<class P>(const Field& field, const P&) {
          if constexpr (RecordTable<typename P::Content>) {
            const auto section = node[std::string(field.name)];
            if (section.IsDefined() && !read_section<typename P::Content::Record>(std::string(field.name), section)) {
              result_.faulty_layers.emplace(field.name);
            }
          }
        },
        park);
  }

  template <class T>
  bool read_section(const std::string& table, const YAML::Node& node) {
    const std::size_t before = problems_.list().size();
    Names keys = yaml::field_names<LayerSource>();
    keys.insert(keys.end(), mapping_keys.begin(), mapping_keys.end());
    if (!yaml::check_keys(node, keys, result_.name, problems_)) return false;
    LayerSection section;
    yaml::Reading reading;
    yaml::read_fields(node, section.source, result_.name, problems_, reading);
    static_cast<void>(inside(node, section.source.file));
    const Names fields = column_fields<T>();
    section.fields = read_texts(node["fields"], fields);
    section.defaults = read_texts(node["defaults"], fields);
    if (const auto values = node["values"]; values.IsDefined() && yaml::check_keys(values, fields, result_.name, problems_)) {
      for (const auto& entry : values) section.values[entry.first.Scalar()] = read_texts(entry.second, {});
    }
    check_values<T>(section);
    if (problems_.list().size() > before) return false;
    result_.layers[table] = std::move(section);
    return true;
  }

  /// A mapping of texts. Keys outside `allowed` are problems unless it is empty.
  std::map<std::string, PlacedText> read_texts(const YAML::Node& node, const Names& allowed) {
    std::map<std::string, PlacedText> texts;
    if (!node.IsDefined()) return texts;
    if (!node.IsMap()) {
      yaml::check_keys(node, allowed, result_.name, problems_);
      return texts;
    }
    if (!allowed.empty()) yaml::check_keys(node, allowed, result_.name, problems_);
    for (const auto& entry : node) {
      if (!entry.second.IsScalar()) {
        problems_.add(result_.name, yaml::place_of(entry.second), entry.first.Scalar() + ": found no single value, expected one");
      } else {
        texts[entry.first.Scalar()] = {entry.second.Scalar(), yaml::place_of(entry.second)};
      }
    }
    return texts;
  }

  /// Every default and every replacement must be something its field can hold.
  template <class T>
  void check_values(const LayerSection& section) {
    T scratch{};
    describe(
        [&]<class M>(const Field& field, M& member) {
          if constexpr (!GeometryMember<M> && !ReferenceMember<M>) {
            const auto check = [&](const PlacedText& value) {
              const Attribute attribute = value.text;
              if (is_missing(attribute)) return;
              if (const auto fault = assign(attribute, member))
                problems_.add(result_.name, value.place, fmt::format("{}: {}", field.name, *fault));
            };
            if (const auto found = section.defaults.find(std::string(field.name)); found != section.defaults.end()) check(found->second);
            if (const auto found = section.values.find(std::string(field.name)); found != section.values.end()) {
              for (const auto& [theirs, ours] : found->second) check(ours);
            }
          }
        },
        scratch);
  }

  ParkFile& result_;
  Problems& problems_;
};

}  // namespace

ParkFile read_park_file(const std::filesystem::path& file, Problems& problems) {
  const auto document = yaml::read_document(file);
  ParkFile result;
  result.name = document.file;
  ParkFileReading(result, problems).read(document.root);
  return result;
}

}  // namespace parktwin::importers
