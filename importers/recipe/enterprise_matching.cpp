#include "importers/recipe/enterprise_matching.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importers/enterprise_registry/likeness.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/recipe/record_maker.h"

namespace parktwin::importers {
namespace {

constexpr double clear_lead = 0.1;  ///< over the next enterprise

struct Candidate {
  std::size_t record = 0;
  Traits traits;
};

class Matching {
 public:
  Matching(const std::vector<ReadSource>& sources, const Recipe& recipe, Park& park, std::vector<Note>& notes, Problems& problems)
      : sources_(sources),
        recipe_(recipe),
        rule_(recipe.matching.value_or(MatchingRule())),
        park_(park),
        notes_(notes),
        problems_(problems) {}

  std::vector<MatchedBuilding> run() {
    const auto enterprises = candidates<Enterprise>("enterprises", *park_.enterprises);
    read_confirmed();
    if (enterprises.empty() && confirmed_.empty()) return {};
    for (const auto& one : enterprises) ++on_parcel_[one.traits.parcel];
    auto buildings = park_.buildings->records();
    for (auto& building : candidates<Building>("buildings", *park_.buildings))
      decide(buildings[building.record], building.traits, enterprises);
    for (auto& building : buildings) confirm(building);
    park_.buildings = Part(Table<Building>(std::move(buildings)));
    return std::move(made_);
  }

 private:
  template <class T>
  std::vector<Candidate> candidates(const std::string& table, const Table<T>& records) {
    std::map<std::string, std::size_t> by_id;
    for (std::size_t i = 0; i < records.size(); ++i) by_id.emplace(records[Id<T>(i)].id, i);
    std::vector<Candidate> found;
    for (const auto& source : sources_) {
      if (source.rule.table != table || source.rule.match.empty()) continue;
      for (const auto& row : source.layer.features) {
        const auto record = by_id.find(id_of(source, row));
        if (record == by_id.end()) continue;  // dropped, or an earlier source has it
        found.push_back({record->second, traits_of(text(source, row, "name"), text(source, row, "address"), text(source, row, "parcel"))});
        by_id.erase(record);
      }
    }
    return found;
  }

  static std::string id_of(const ReadSource& source, const Feature& row) {
    const auto id = source.rule.fields.find("id");
    const auto given = id == source.rule.fields.end() ? "" : text_of(evaluate(id->second, row, "").attribute);
    return id_text(given.empty() ? fmt::format("{}-{}", source.rule.name, row.number) : given);
  }
  static std::string text(const ReadSource& source, const Feature& row, const char* key) {
    const auto found = source.rule.match.find(key);
    return found == source.rule.match.end() ? "" : text_of(evaluate(found->second, row, "").attribute);
  }

  /// A building without a parcel of its own row stands on the parcel it refers to, or on the one under its middle.
  void complete(const Building& building, Traits& traits) const {
    if (!traits.parcel.empty()) return;
    for (std::size_t i = 0; i < park_.parcels->size(); ++i) {
      const auto& parcel = (*park_.parcels)[Id<Parcel>(i)];
      const bool here = building.parcel.valid() ? building.parcel.index() == i : contains(parcel.shape, centroid(building.footprint));
      if (!here) continue;
      traits.parcel = traits_of("", "", parcel.id).parcel;
      return;
    }
  }

  void decide(Building& building, Traits traits, const std::vector<Candidate>& enterprises) {
    if (building.enterprise.valid() || confirmed_.contains(building.id)) return;
    complete(building, traits);
    Likeness best;
    double second = 0.0;
    std::size_t chosen = 0;
    for (const auto& one : enterprises) {
      const auto count = on_parcel_.find(one.traits.parcel);
      auto likeness = likeness_of(traits, one.traits, count == on_parcel_.end() ? 1 : count->second);
      if (likeness.confidence > best.confidence) {
        second = best.confidence;
        best = std::move(likeness);
        chosen = one.record;
      } else {
        second = std::max(second, likeness.confidence);
      }
    }
    if (best.confidence < rule_.list_from) return;
    const Id<Enterprise> id(chosen);
    const bool clear = best.confidence >= rule_.accept && best.confidence - second >= clear_lead;
    made_.push_back({building.id, (*park_.enterprises)[id].id, best.confidence, best.reasons, clear});
    if (!clear) return;
    building.enterprise = id;
    notes_.push_back({NoteKind::assumption, "building " + building.id,
                      fmt::format("enterprise {} by likeness of {}, {:.2f}", (*park_.enterprises)[id].id, best.reasons, best.confidence)});
  }

  void read_confirmed() {
    if (rule_.confirmed.empty()) return;
    VectorRequest request;
    request.file = recipe_.file.parent_path() / rule_.confirmed;
    request.geometry = false;
    const auto layer = read_vector_layer(request, problems_);
    if (!layer) return;
    const auto building = layer->column("building");
    const auto enterprise = layer->column("enterprise");
    if (!building || !enterprise) {
      problems_.add(request.file.string(), "",
                    fmt::format("expected the columns building and enterprise, found {}", joined(layer->available)));
      return;
    }
    for (const auto& row : layer->features) {
      const auto& owner = text_of(row.attributes[*enterprise]);
      std::size_t record = 0;
      while (record < park_.enterprises->size() && (*park_.enterprises)[Id<Enterprise>(record)].id != owner) ++record;
      if (record == park_.enterprises->size()) {
        problems_.add(request.file.string(), fmt::format("row {}", row.number + 1),
                      fmt::format("found the enterprise {}, which is not there", owner));
        continue;
      }
      confirmed_[text_of(row.attributes[*building])] = record;
    }
  }

  void confirm(Building& building) const {
    const auto found = confirmed_.find(building.id);
    if (found != confirmed_.end()) building.enterprise = Id<Enterprise>(found->second);
  }

  const std::vector<ReadSource>& sources_;
  const Recipe& recipe_;
  MatchingRule rule_;
  Park& park_;
  std::vector<Note>& notes_;
  Problems& problems_;
  std::map<std::string, std::size_t> on_parcel_;
  std::map<std::string, std::size_t> confirmed_;
  std::vector<MatchedBuilding> made_;
};

}  // namespace

std::vector<MatchedBuilding> match_enterprises(const std::vector<ReadSource>& sources, const Recipe& recipe, Park& park,
                                               std::vector<Note>& notes, Problems& problems) {
  return Matching(sources, recipe, park, notes, problems).run();
}

}  // namespace parktwin::importers
