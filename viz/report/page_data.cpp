#include "viz/report/page_data.h"

#include <algorithm>

#include "viz/report/base64.h"
#include "viz/report/described_tables.h"
#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using storage::SavedRun;

/// Fills in what remarks stand in `part`, whose place in the results is `path`.
template <class T>
void collect_notes(const T& part, const std::string& path, Json& notes) {
  if constexpr (std::same_as<T, std::vector<Note>>) {
    for (const Note& note : part) {
      notes.push_back({{"part", path}, {"kind", std::string(name_of(note.kind))}, {"place", note.place}, {"text", note.text}});
    }
  } else if constexpr (Described<T>) {
    describe(
        [&](const Field& field, const auto& member) {
          const bool own = field.name == "notes";
          collect_notes(member, own ? path : path + (path.empty() ? "" : "/") + std::string(field.name), notes);
        },
        part);
  }
}

Json counts_of(const Park& park) {
  Json counts = Json::object();
  describe(
      [&counts]<class P>(const Field& field, const P& part) {
        if constexpr (requires { part->records(); }) {
          if (!part->empty()) {
            counts[std::string(field.name)] = {{"records", part->size()}, {"meaning", std::string(field.meaning)}};
          }
        }
      },
      park);
  return counts;
}

Json run_of(const SavedRun& run, const criteria::Pack& pack) {
  const Site& site = *run.park.site;
  const auto& frame = run.results.radio.rsrp_dbm.frame;
  Json json;
  json["park"] = {{"en", name_in(Language::en, site.name, site.name_zh)}, {"zh", name_in(Language::zh, site.name, site.name_zh)}};
  json["scenario"] = run.scenario_name;
  json["scenario_text"] = run.scenario_text;
  json["criteria"] = run.criteria;
  json["criteria_title"] = storage::to_json(pack.title);
  json["criteria_source"] = pack.source;
  json["assessed_on"] = run.assessed_on;
  json["data_date"] = site.data_date;
  json["operator"] = site.operator_name;
  json["site_note"] = site.note;
  json["crs"] = site.crs;
  json["version"] = run.version;
  json["seed"] = run.seed;
  json["results_hash"] = run.results_hash.empty() ? storage::results_hash(run.results).hex() : run.results_hash;
  json["map"] = {{"columns", frame.columns}, {"rows", frame.rows}, {"cell_m", storage::number_or_null(frame.cell_size)}};
  json["records"] = counts_of(run.park);
  json["timings"] = storage::to_json(run.timings);
  json["peak_memory_mib"] = storage::number_or_null(run.peak_memory_mib);
  return json;
}

/// In the pack's order; those only the verdicts name come last.
Json directions_of(const SavedRun& run, const criteria::Pack& pack) {
  Json directions = Json::array();
  std::vector<std::string> known;
  for (const auto& direction : pack.directions) {
    directions.push_back(
        {{"id", direction.id}, {"class", storage::to_json(direction.class_name)}, {"name", storage::to_json(direction.name)}});
    known.push_back(direction.id);
  }
  for (const auto& verdict : run.verdicts) {
    if (std::find(known.begin(), known.end(), verdict.direction) != known.end()) continue;
    known.push_back(verdict.direction);
    const Json id = {{"en", verdict.direction}, {"zh", verdict.direction}};
    directions.push_back({{"id", verdict.direction}, {"class", {{"en", ""}, {"zh", ""}}}, {"name", id}});
  }
  return directions;
}

Json clauses_of(const SavedRun& run, const criteria::Pack& pack) {
  Json clauses = Json::array();
  for (const auto& verdict : run.verdicts) {
    Json json = storage::to_json(verdict);
    const auto clause = std::find_if(pack.clauses.begin(), pack.clauses.end(), [&](const auto& entry) { return entry.id == verdict.id; });
    if (clause != pack.clauses.end()) {
      json["text"] = storage::to_json(clause->text);
      json["kind"] = std::string(name_of(clause->kind));
      json["asked_for"] = storage::to_json(clause->evidence);
      json["option"] = clause->option;
    }
    clauses.push_back(std::move(json));
  }
  return clauses;
}

}  // namespace

Json page_data(const SavedRun& run, const criteria::Pack& pack, const std::vector<Illustration>& pictures) {
  Json data;
  data["format"] = "parktwin-report-1";
  data["run"] = run_of(run, pack);
  data["directions"] = directions_of(run, pack);
  data["clauses"] = clauses_of(run, pack);
  data["pictures"] = Json::array();
  for (const auto& picture : pictures) {
    data["pictures"].push_back(
        {{"caption", both(picture.caption)}, {"uri", "data:" + picture.media_type + ";base64," + base64(picture.bytes)}});
  }
  data["tables"] = Json::array();
  for (auto* const make : {radio_tables, network_tables, service_tables}) {
    for (Json& table : make(run)) data["tables"].push_back(std::move(table));
  }
  data["tables"].push_back(day_table(run));
  data["tables"].push_back(energy_flow_table(run));
  data["result_tables"] = described_tables(run);
  data["phases"] = storage::to_json(run.plan.phases);
  for (Json& phase : data["phases"]) phase.erase("targets");
  data["comparison"] = nullptr;
  data["twin"] = nullptr;
  data["notes"] = Json::array();
  collect_notes(run.results, "", data["notes"]);
  return data;
}

Json twin_data(twin::Packed packed) {
  Json json = std::move(packed.head);
  json["bytes"] = base64(packed.bytes);
  return json;
}

}  // namespace parktwin::viz::report
