#include "cli/park_summary.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <tuple>
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

/// Notes that say the same of several records.
struct LikeNotes {
  const Note* first = nullptr;
  std::vector<std::string> names;
};

/// "enterprise E-001" is of a kind with "enterprise E-002".
std::string_view kind_of_place(std::string_view place) {
  const auto space = place.rfind(' ');
  return space == std::string_view::npos ? std::string_view() : place.substr(0, space);
}

std::vector<LikeNotes> like_notes(const std::vector<Note>& notes) {
  std::vector<LikeNotes> groups;
  std::map<std::tuple<NoteKind, std::string_view, std::string_view>, std::size_t> group_of;
  for (const auto& note : notes) {
    const auto kind = kind_of_place(note.place);
    const auto [found, is_new] = group_of.try_emplace({note.kind, kind, note.text}, groups.size());
    if (is_new || kind.empty()) {
      groups.push_back({&note, {note.place}});
    } else {
      groups[found->second].names.emplace_back(std::string_view(note.place).substr(kind.size() + 1));
    }
  }
  return groups;
}

std::string place_of(const LikeNotes& like) {
  constexpr std::size_t named = 2;  // beside the first
  if (like.names.size() == 1) return like.first->place;
  std::string text = fmt::format("{} records, {}", like.names.size(), like.first->place);
  for (std::size_t i = 1; i < like.names.size() && i <= named; ++i) text += ", " + like.names[i];
  return like.names.size() > named + 1 ? text + ", …" : text;
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
  for (const auto& like : like_notes(loaded.notes)) {
    const auto& note = *like.first;
    text += fmt::format("  {}: {}{}{}\n", name_of(note.kind), place_of(like), note.place.empty() ? "" : ": ", note.text);
  }
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
