#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "engine/core/parallel.h"
#include "engine/park/power_faults.h"
#include "engine/park/validate.h"
#include "importers/epw/epw.h"
#include "importers/gdal_layers/raster.h"
#include "importers/park_folder/antenna_patterns.h"
#include "importers/park_folder/draft_park.h"
#include "importers/park_folder/height_rules.h"
#include "importers/park_folder/park_file.h"
#include "importers/park_folder/park_folder.h"
#include "importers/park_folder/reference_resolver.h"
#include "importers/park_folder/site_frame.h"
#include "importers/park_folder/table_reader.h"

namespace parktwin::importers {
namespace {

template <class P>
concept TablePart = RecordTable<typename std::remove_const_t<P>::Content>;

/// Calls visit.template operator()<T>(table name) for each record type of a park.
template <class Visit>
void for_each_table(Visit&& visit) {
  static const Park park;
  describe(
      [&visit]<class P>(const Field& field, const P&) {
        if constexpr (TablePart<P>) visit.template operator()<typename P::Content::Record>(std::string(field.name));
      },
      park);
}

/// A file read on its own, with its own problems so that the order of reading does not show.
struct Source {
  VectorRequest request;
  std::optional<VectorLayer> layer;
  Problems problems;
};

class FolderReading {
 public:
  explicit FolderReading(const std::filesystem::path& folder) : folder_(folder), file_(read_park_file(folder / "park.yaml", problems_)) {}

  LoadedPark read() {
    site_ = read_site(file_, folder_, problems_, loaded_.notes);
    for (const auto& table : file_.faulty_layers) findings_.excuse_table(table);
    read_sources();
    take_terrain();
    take_weather();
    for_each_table([this]<class T>(const std::string& table) { take_table<T>(table); });
    for_each_table(
        [this]<class T>(const std::string& table) { ReferenceResolver(drafts_, file_of(table), findings_).resolve(drafts_.draft<T>()); });
    read_antenna_patterns(std::filesystem::path(file_of("antennas")).parent_path(), file_of("antennas"), drafts_.draft<Antenna>().records,
                          findings_, loaded_.notes);
    assume_heights();
    build_park();
    report_invalid();
    problems_.throw_if_any();
    return std::move(loaded_);
  }

 private:
  /// Layers and terrain are independent files: read them side by side.
  void read_sources() {
    std::vector<std::function<void()>> tasks;
    if (file_.terrain && !file_.terrain->file.empty() && site_.known) tasks.emplace_back([this] { read_terrain(); });
    if (file_.weather) tasks.emplace_back([this] { read_weather(); });
    for_each_table([&]<class T>(const std::string& table) {
      const auto section = file_.layers.find(table);
      if (section == file_.layers.end()) return;
      Source& source = sources_[table];
      source.request = request_for(section->second.source, folder_, site_.frame);
      const auto fields = fields_of<T>();
      source.request.columns = wanted_columns(fields, section->second);
      const bool has_shape = std::any_of(fields.begin(), fields.end(), [](const FieldSummary& field) { return field.geometry; });
      source.request.geometry = has_shape && site_.known;
      tasks.emplace_back([&source] { source.layer = read_vector_layer(source.request, source.problems); });
    });
    parallel_for(tasks.size(), [&tasks](std::size_t i) { tasks[i](); });
  }

  void read_terrain() {
    const TerrainSection& section = *file_.terrain;
    RasterRequest request{folder_ / section.file, site_.frame, section.crs, std::nullopt};
    if (section.lowest) request.lowest = section.lowest->value();
    if (!section.cell_size) {
      terrain_ = read_raster_as_is(request, terrain_problems_);
    } else if (site_.bounded) {
      const double margin = section.margin.value();
      Box box = bounds(site_.site.boundary);
      box = {{box.low.x - margin, box.low.y - margin}, {box.high.x + margin, box.high.y + margin}};
      terrain_ = read_raster(request, frame_covering(box, section.cell_size->value()), terrain_problems_);
    }
  }

  void read_weather() {
    try {
      weather_ = read_epw(folder_ / file_.weather->file);
    } catch (const InputError& error) {
      weather_problems_.add(error);
    }
  }

  void take_weather() {
    add_all(weather_problems_);
    loaded_.notes.insert(loaded_.notes.end(), weather_.notes.begin(), weather_.notes.end());
    loaded_.park.weather = Part<Weather>(std::move(weather_.weather));
  }

  void take_terrain() {
    if (!file_.terrain) return;
    add_all(terrain_problems_);
    Terrain terrain;
    terrain.source = file_.terrain->source;
    terrain.filled_share = file_.terrain->filled_share;
    if (terrain_) {
      terrain.filled_share += (1.0 - terrain.filled_share) * terrain_->filled_share;
      terrain.elevation_m = std::move(terrain_->grid);
      if (terrain_->filled_share > 0.0) {
        note(NoteKind::assumption, "terrain",
             fmt::format("{:.1f} % of the cells had no elevation; filled from their surroundings", 100.0 * terrain_->filled_share));
      }
    }
    loaded_.park.terrain = Part<Terrain>(std::move(terrain));
  }

  template <class T>
  void take_table(const std::string& table) {
    const auto section = file_.layers.find(table);
    if (section == file_.layers.end()) return;
    Source& source = sources_[table];
    add_all(source.problems);
    const auto fields = fields_of<T>();
    if (!site_.known) {
      for (const auto& field : fields) {
        if (field.geometry) findings_.excuse_field(table, field.name);
      }
    }
    if (!source.layer) {
      findings_.excuse_table(table);
      return;
    }
    auto plans = plan_fields(table, fields, section->second, *source.layer, file_of(table), findings_);
    if (findings_.excused_field(table, "id")) findings_.excuse_table(table);
    TableReader<T> reader(table, file_of(table), std::move(plans), drafts_.draft<T>(), findings_);
    reader.read(*source.layer);
    if (reader.split() > 0) {
      note(NoteKind::information, table, fmt::format("{} features with several parts became a record for each part", reader.split()));
    }
    if (source.layer->repaired > 0)
      note(NoteKind::assumption, table, fmt::format("{} invalid areas were made valid", source.layer->repaired));
    note_unused(table, source);
    source.layer.reset();
  }

  void note_unused(const std::string& table, const Source& source) {
    std::vector<std::string> unused;
    for (const auto& name : source.layer->available) {
      if (!source.layer->column(name) && name != source.request.x_column && name != source.request.y_column) unused.push_back(name);
    }
    if (!unused.empty()) note(NoteKind::information, table, fmt::format("columns without a meaning here: {}", joined(unused)));
  }

  void assume_heights() {
    auto& draft = drafts_.draft<Building>();
    const auto fields = fields_of<Building>();
    const auto bit = [&](std::string_view name) {
      const auto found = std::find_if(fields.begin(), fields.end(), [name](const FieldSummary& field) { return field.name == name; });
      return std::uint64_t{1} << (found - fields.begin());
    };
    std::vector<HeightSource> given;
    given.reserve(draft.given.size());
    for (const std::uint64_t bits : draft.given) given.push_back({(bits & bit("height_m")) != 0, (bits & bit("floors")) != 0});
    apply_height_rules(file_.height_rules, given, draft.records, loaded_.notes);
  }

  void build_park() {
    loaded_.park.site = Part<Site>(site_.site);
    describe(
        [this]<class P>(const Field&, P& part) {
          if constexpr (TablePart<P>) {
            using Content = typename P::Content;
            auto& records = drafts_.draft<typename Content::Record>().records;
            if (!records.empty()) part = P(Content(std::move(records)));
          }
        },
        loaded_.park);
  }

  /// Findings of the validator under the file they come from, without those that follow from what was reported already.
  void report_invalid() {
    Problems invalid;
    validate(loaded_.park, file_.name, invalid);
    for (const auto& fault : power_faults(loaded_.park)) {
      invalid.add(file_.name, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
    }
    for (const auto& problem : invalid.list()) {
      const std::string& place = problem.place;
      const std::string table = place.substr(0, place.find_first_of(" ,"));
      const auto comma = place.rfind(", field ");
      const std::string field = comma == std::string::npos ? std::string() : place.substr(comma + 8);
      const bool site_reported =
          table == "site" && !problems_.empty() && (field == "boundary" ? !site_.bounded : site_.site.name.empty() || !site_.known);
      if (site_reported || findings_.excused_place(place) || findings_.excused_field(table, field)) continue;
      problems_.add(field == "boundary" && file_.boundary ? (folder_ / file_.boundary->file).string() : file_of(table), place,
                    problem.message);
    }
  }

  [[nodiscard]] const std::string& file_of(const std::string& table) {
    std::string& name = files_[table];
    if (!name.empty()) return name;
    name = file_.name;
    if (table == "terrain" && file_.terrain) name = (folder_ / file_.terrain->file).string();
    if (table == "weather" && file_.weather) name = (folder_ / file_.weather->file).string();
    if (const auto section = file_.layers.find(table); section != file_.layers.end())
      name = (folder_ / section->second.source.file).string();
    return name;
  }

  void add_all(const Problems& others) {
    for (const auto& problem : others.list()) problems_.add(problem.file, problem.place, problem.message);
  }

  void note(NoteKind kind, std::string place, std::string text) { loaded_.notes.push_back({kind, std::move(place), std::move(text)}); }

  std::filesystem::path folder_;
  Problems problems_;
  ParkFile file_;
  SiteFrame site_;
  std::map<std::string, Source> sources_;
  std::optional<FilledGrid> terrain_;
  Problems terrain_problems_;
  LoadedWeather weather_;
  Problems weather_problems_;
  DraftPark drafts_;
  TableProblems findings_{problems_};
  std::map<std::string, std::string> files_;
  LoadedPark loaded_;
};

}  // namespace

LoadedPark read_park_folder(const std::filesystem::path& folder) {
  std::error_code error;
  const auto status = std::filesystem::status(folder, error);
  if (!std::filesystem::exists(status)) throw InputError(folder.string(), "", "no such folder");
  if (!std::filesystem::is_directory(status)) throw InputError(folder.string(), "", "found a file, expected a folder with park.yaml");
  return FolderReading(folder).read();
}

}  // namespace parktwin::importers
