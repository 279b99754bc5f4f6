#include "cli/park_summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

namespace parktwin::cli {
namespace {

struct Count {
  std::string part;
  std::size_t records = 0;
};

std::vector<Count> counts_of(const Park& park) {
  std::vector<Count> counts;
  describe(
      [&counts]<class P>(const Field& field, const P& part) {
        if constexpr (RecordTable<typename P::Content>) counts.push_back({std::string(field.name), part->size()});
      },
      park);
  return counts;
}

std::size_t assumed_heights(const Park& park) {
  std::size_t count = 0;
  for (const auto& building : *park.buildings) count += building.height_assumed ? 1 : 0;
  return count;
}

}  // namespace

std::string park_summary_text(const importers::LoadedPark& loaded, const Session& session) {
  const auto& site = *loaded.park.site;
  std::string text =
      fmt::format("{}\n  CRS {}, boundary {:.2f} km2\n", session.choose(site.name, site.name_zh), site.crs, area(site.boundary) / 1e6);
  for (const auto& count : counts_of(loaded.park)) {
    if (count.records > 0) text += fmt::format("  {:<20} {:>7}\n", count.part, count.records);
  }
  text += fmt::format("  {:<20} {:>7}\n", "assumed heights", assumed_heights(loaded.park));
  for (const auto& note : loaded.notes)
    text += fmt::format("  {}: {}{}{}\n", name_of(note.kind), note.place, note.place.empty() ? "" : ": ", note.text);
  text.pop_back();
  return text;
}

std::string park_summary_json(const importers::LoadedPark& loaded) {
  const auto& site = *loaded.park.site;
  nlohmann::ordered_json document = {{"kind", "park"},
                                     {"name", site.name},
                                     {"name_zh", site.name_zh},
                                     {"crs", site.crs},
                                     {"area_m2", area(site.boundary)},
                                     {"content_hash", content_hash_of(loaded.park).hex()}};
  for (const auto& count : counts_of(loaded.park)) document[count.part] = count.records;
  document["assumed"] = {{"building_heights", assumed_heights(loaded.park)}};
  document["notes"] = nlohmann::ordered_json::array();
  for (const auto& note : loaded.notes)
    document["notes"].push_back({{"kind", name_of(note.kind)}, {"place", note.place}, {"text", note.text}});
  return document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace parktwin::cli
