#include "importers/recipe/source_assembly.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "importers/park_folder/reference_resolver.h"
#include "importers/recipe/footprint_index.h"
#include "importers/recipe/neighbour_mending.h"
#include "importers/recipe/record_maker.h"

namespace parktwin::importers {
namespace {

constexpr double same_building_share = 0.5;
template <class T>
concept HasFootprint = std::same_as<T, Building>;

class Assembly {
 public:
  Assembly(std::vector<ReadSource>& sources, const Recipe& recipe, const MultiPolygon& boundary, Park& park)
      : sources_(sources), recipe_(recipe), boundary_(boundary), park_(park) {}

  void run() {
    each_table([this]<class T>(Gathered<T>& table, const std::string& name) { gather(table, name); });
    separate_buildings();
    while (drop_dangling()) {}
    fill_buildings();
    fill_enterprises();
    each_table([this]<class T>(Gathered<T>& table, const std::string& name) { name_defaults(table, name); });
    each_table([this]<class T>(Gathered<T>& table, const std::string&) { resolve(table); });
    describe(
        [this]<class P>(const Field&, P& part) {
          if constexpr (RecordTable<typename P::Content>) {
            using T = typename P::Content::Record;
            auto& gathered = gathered_of<T>();
            if (gathered.records.size() > part->size()) part = P(Table<T>(std::move(gathered.records)));
          }
        },
        park_);
  }

 private:
  template <class T>
  Gathered<T>& gathered_of() {
    auto& slot = tables_[table_name<T>()];
    if (!slot) slot = std::make_shared<Gathered<T>>();
    return *static_cast<Gathered<T>*>(slot.get());
  }

  template <class Visit>
  void each_table(const Visit& visit) {
    describe(
        [&]<class P>(const Field& field, const P&) {
          if constexpr (RecordTable<typename P::Content>) {
            using T = typename P::Content::Record;
            visit.template operator()<T>(gathered_of<T>(), std::string(field.name));
          }
        },
        park_);
  }

  template <class T>
  void gather(Gathered<T>& table, const std::string& name) {
    const bool asked = std::any_of(sources_.begin(), sources_.end(), [&](const ReadSource& source) { return source.rule.table == name; });
    for (const auto& record : parktwin::table<T>(park_)) {
      table.by_id.emplace(record.id, table.records.size());
      table.records.push_back(record);
      table.references.emplace_back();
      table.given.push_back(~std::uint64_t{0});
      table.source.push_back(from_rules);
    }
    if (!asked) return;
    FootprintIndex index;
    if constexpr (HasFootprint<T>) {
      for (std::size_t i = 0; i < table.records.size(); ++i) index.add(i, table.records[i].footprint);
    }
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      if (sources_[s].rule.table != name) continue;
      const std::size_t earlier = table.records.size();
      RecordMaker<T>(sources_[s], boundary_)
          .make([&](T record, const std::vector<std::string>& references, std::uint64_t given, const std::string& place) {
            if (merged(table, index, earlier, record, references, given, place, s)) return;
            table.by_id.emplace(record.id, table.records.size());
            table.records.push_back(std::move(record));
            table.references.push_back(references);
            table.given.push_back(given);
            table.source.push_back(s);
            ++sources_[s].report.records;
          });
      if constexpr (HasFootprint<T>) {
        for (std::size_t i = earlier; i < table.records.size(); ++i) index.add(i, table.records[i].footprint);
      }
    }
  }

  /// Whether the record is one an earlier source (or an earlier row) gave.
  template <class T>
  bool merged(Gathered<T>& table, const FootprintIndex& index, std::size_t earlier, T& record, const std::vector<std::string>& references,
              std::uint64_t given, const std::string& place, std::size_t source) {
    auto& report = sources_[source].report;
    std::optional<std::size_t> same;
    if (const auto found = table.by_id.find(record.id); found != table.by_id.end()) {
      if (found->second >= earlier) {  // within one source an id is only a label
        std::string id = record.id;
        for (int copy = 2; table.by_id.contains(id); ++copy) id = fmt::format("{}-{}", record.id, copy);
        record.id = id;
        report.add(Finding::changed, "repeated ids got a number", place);
      } else {
        same = found->second;
      }
    }
    if constexpr (HasFootprint<T>) {
      if (!same) same = covered(table, index, record);
    }
    if (!same) return false;
    report.add(Finding::dropped, "records an earlier source has", place);
    fill(table, *same, record, references, given, report);
    return true;
  }

  std::optional<std::size_t> covered(const Gathered<Building>& table, const FootprintIndex& index, const Building& building) const {
    std::optional<std::size_t> best;
    double most = 0.0;
    for (const std::size_t other : index.near(building.footprint)) {
      const auto& there = table.records[other].footprint;
      const double shared = area(common({{there}}, {{building.footprint}}));
      if (shared > same_building_share * std::min(area(there), area(building.footprint)) && shared > most) {
        most = shared;
        best = other;
      }
    }
    return best;
  }

  template <class T>
  void fill(Gathered<T>& table, std::size_t at, const T& record, const std::vector<std::string>& references, std::uint64_t given,
            SourceReport& report) {
    if (table.source[at] == from_rules) return;
    std::vector<const void*> members;
    describe([&](const Field&, const auto& member) { members.push_back(&member); }, record);
    std::size_t position = 0;
    std::size_t reference = 0;
    describe(
        [&]<class M>(const Field& field, M& member) {
          const auto bit = std::uint64_t{1} << position;
          const bool wanted = (given & bit) != 0 && (table.given[at] & bit) == 0;
          if constexpr (ReferenceMember<M>) {
            if (wanted) table.references[at][reference] = references[reference];
            ++reference;
          } else if constexpr (!GeometryMember<M>) {
            if (wanted) member = *static_cast<const M*>(members[position]);
          }
          if (wanted) report.add(Finding::filled, fmt::format("{} of records of an earlier source", field.name), table.records[at].id);
          if (wanted) table.given[at] |= bit;
          ++position;
        },
        table.records[at]);
  }

  template <class R>
  [[nodiscard]] bool known(const std::string& text, const Id<R>&) {
    return gathered_of<R>().by_id.contains(text);
  }
  template <class R>
  [[nodiscard]] bool known(const std::string& text, const std::vector<Id<R>>&) {
    std::istringstream words(text);
    for (std::string word; words >> word;) {
      if (!gathered_of<R>().by_id.contains(word)) return false;
    }
    return true;
  }

  /// Clears references to nothing; drops records that need one. True when a record was dropped, so that others may dangle now.
  bool drop_dangling() {
    bool dropped = false;
    each_table([&]<class T>(Gathered<T>& table, const std::string& name) {
      std::vector<std::size_t> gone;
      for (std::size_t i = 0; i < table.records.size(); ++i) {
        if (table.source[i] == from_rules) continue;
        std::size_t next = 0;
        bool lost = false;
        auto& report = sources_[table.source[i]].report;
        describe(
            [&]<class M>(const Field& field, const M& member) {
              if constexpr (ReferenceMember<M>) {
                auto& text = table.references[i][next++];
                if (text.empty() || known(text, member)) return;
                report.add(Finding::dropped, fmt::format("references of {} to nothing that was read", field.name),
                           table.records[i].id + " to " + text);
                text.clear();
                lost = lost || field.required;
              }
            },
            table.records[i]);
        if (lost) gone.push_back(i);
      }
      if (gone.empty()) return;
      dropped = true;
      for (const auto i : gone) {
        --sources_[table.source[i]].report.records;
        sources_[table.source[i]].report.add(Finding::dropped, name + " whose other end was not read", table.records[i].id);
      }
      erase(table, gone);
    });
    return dropped;
  }

  /// Overlaps and narrow gaps between the buildings of sources; those that were there before stay as they are.
  void separate_buildings() {
    auto& table = gathered_of<Building>();
    std::vector<Polygon> footprints;
    std::vector<std::size_t> record;
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      if (table.source[i] == from_rules) continue;
      footprints.push_back(table.records[i].footprint);
      record.push_back(i);
    }
    std::map<std::pair<std::size_t, NeighbourFault>, std::pair<double, double>> areas;
    std::vector<std::size_t> gone;
    for (const auto& mending : mend_neighbours(footprints)) {
      const auto i = record[mending.changed];
      sources_[table.source[i]].report.add(
          Finding::changed, description_of(mending.fault),
          fmt::format("{} beside {}: {:.1f} m2 before, {:.1f} after", table.records[i].id, table.records[record[mending.other]].id,
                      mending.area_before_m2, mending.area_after_m2));
      auto& [before, after] = areas[{table.source[i], mending.fault}];
      before += mending.area_before_m2;
      after += mending.area_after_m2;
    }
    for (const auto& [key, area] : areas) {
      sources_[key.first].report.add(Finding::note, fmt::format("m2 after: {}, {:.1f} before", description_of(key.second), area.first), "",
                                     static_cast<std::size_t>(std::lround(area.second)));
    }
    for (std::size_t k = 0; k < footprints.size(); ++k) {
      if (footprints[k].outer.empty()) gone.push_back(record[k]);
      table.records[record[k]].footprint = std::move(footprints[k]);
    }
    for (const auto i : gone) --sources_[table.source[i]].report.records;
    erase(table, gone);
  }

  template <class T>
  void erase(Gathered<T>& table, const std::vector<std::size_t>& gone) {
    for (auto i = gone.rbegin(); i != gone.rend(); ++i) {
      const auto at = static_cast<std::ptrdiff_t>(*i);
      table.records.erase(table.records.begin() + at);
      table.references.erase(table.references.begin() + at);
      table.given.erase(table.given.begin() + at);
      table.source.erase(table.source.begin() + at);
    }
    table.by_id.clear();
    for (std::size_t i = 0; i < table.records.size(); ++i) table.by_id.emplace(table.records[i].id, i);
  }

  template <class T>
  static std::uint64_t bit_of(std::string_view name) {
    std::uint64_t bit = 0;
    std::size_t position = 0;
    const T record{};
    describe(
        [&](const Field& field, const auto&) {
          bit |= field.name == name ? std::uint64_t{1} << position : 0;
          ++position;
        },
        record);
    return bit;
  }

  void fill_buildings() {
    auto& table = gathered_of<Building>();
    const auto height = bit_of<Building>("height_m");
    const auto floors = bit_of<Building>("floors");
    const auto material = bit_of<Building>("material");
    std::vector<HeightSource> sources;
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      sources.push_back({(table.given[i] & height) != 0, (table.given[i] & floors) != 0});
      if (table.source[i] == from_rules) continue;
      auto& building = table.records[i];
      auto& report = sources_[table.source[i]].report;
      if (!sources[i].height)
        report.add(Finding::guessed, sources[i].floors ? "height_m from floors" : "height_m and floors from use", building.id);
      if (sources[i].height && !sources[i].floors) report.add(Finding::guessed, "floors from height", building.id);
      if ((table.given[i] & material) != 0) continue;
      const auto rule = recipe_.missing.materials.find(building.use);
      if (rule != recipe_.missing.materials.end()) building.material = rule->second;
      report.add(
          Finding::guessed,
          fmt::format("material: {} {}", name_of(building.material), rule != recipe_.missing.materials.end() ? "by use" : "by default"),
          building.id);
    }
    std::vector<Note> unused;  // the report names them source by source
    apply_height_rules(recipe_.missing.heights, sources, table.records, unused);
  }

  void fill_enterprises() {
    auto& table = gathered_of<Enterprise>();
    const auto sector = bit_of<Enterprise>("sector");
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      if (table.source[i] == from_rules || (table.given[i] & sector) != 0) continue;
      auto& enterprise = table.records[i];
      for (const auto& rule : recipe_.missing.sectors) {
        if ((enterprise.name + " " + enterprise.name_zh).find(rule.value) == std::string::npos) continue;
        enterprise.sector = rule.sector;
        break;
      }
      sources_[table.source[i]].report.add(Finding::guessed, fmt::format("sector: {}", name_of(enterprise.sector)), enterprise.id);
    }
  }

  /// Quantities nobody gave hold their default: said once per field and source.
  template <class T>
  void name_defaults(const Gathered<T>& table, const std::string& name) {
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      if (table.source[i] == from_rules) continue;
      std::size_t position = 0;
      auto& report = sources_[table.source[i]].report;
      describe(
          [&]<class M>(const Field& field, const M& member) {
            const bool given = (table.given[i] >> position++ & 1U) != 0;
            const bool handled = name == "buildings" && field.name == "height_m";
            if constexpr (UnitValue<M> || std::same_as<M, double>) {
              if (given || field.rare || field.unit.empty() || handled) return;
              double value = 0.0;
              if constexpr (UnitValue<M>) value = member.value();
              if constexpr (std::same_as<M, double>) value = member;
              if (value != 0.0) report.add(Finding::guessed, fmt::format("{}: {} by default", field.name, value), table.records[i].id);
            }
          },
          table.records[i]);
    }
  }

  template <class R>
  void resolve_member(const std::string& text, Id<R>& member) {
    if (!text.empty()) member = Id<R>(gathered_of<R>().by_id.at(text));
  }
  template <class R>
  void resolve_member(const std::string& text, std::vector<Id<R>>& member) {
    std::istringstream words(text);
    for (std::string word; words >> word;) member.push_back(Id<R>(gathered_of<R>().by_id.at(word)));
  }

  template <class T>
  void resolve(Gathered<T>& table) {
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      if (table.source[i] == from_rules) continue;
      std::size_t next = 0;
      describe(
          [&]<class M>(const Field&, M& member) {
            if constexpr (ReferenceMember<M>) resolve_member(table.references[i][next++], member);
          },
          table.records[i]);
    }
  }

  std::vector<ReadSource>& sources_;
  const Recipe& recipe_;
  const MultiPolygon& boundary_;
  Park& park_;
  std::map<std::string, std::shared_ptr<void>> tables_;
};

}  // namespace

void assemble(std::vector<ReadSource>& sources, const Recipe& recipe, const MultiPolygon& boundary, Park& park, std::vector<Note>& notes) {
  Assembly(sources, recipe, boundary, park).run();
  for (const auto& source : sources) {
    for (const auto& [key, entry] : source.report.findings) {
      if (key.first != Finding::guessed && key.first != Finding::dropped) continue;
      notes.push_back({key.first == Finding::guessed ? NoteKind::assumption : NoteKind::warning, source.report.name,
                       fmt::format("{} {}: {}", entry.count, name_of(key.first), key.second)});
    }
  }
}

}  // namespace parktwin::importers
