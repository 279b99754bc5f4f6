#include "engine/scenario/edited_park.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace parktwin {
namespace {

constexpr std::size_t gone = std::numeric_limits<std::size_t>::max();

/// New position of every slot of a table; empty where each keeps its own.
using Positions = std::array<std::vector<std::size_t>, ParkRecords::size>;

template <class... T>
ParkRecords::Tuple<EditedTable> tables_of(const Park& park, RecordList<T...>) {
  return {EditedTable<T>(table<T>(park))...};
}

template <class T>
std::vector<std::size_t> positions_of(const EditedTable<T>& table) {
  std::vector<std::size_t> positions;
  if (!table.shrunk()) return positions;
  std::size_t next = 0;
  for (std::size_t slot = 0; slot < table.records().size(); ++slot) positions.push_back(table.removed(slot) ? gone : next++);
  return positions;
}

template <class X>
Id<X> moved(Id<X> id, const Positions& positions) {
  const auto& table = positions[ParkRecords::ordinal<X>()];
  if (!id.valid() || table.empty()) return id;
  PARKTWIN_CHECK(id.index() < table.size() && table[id.index()] != gone, "a reference to a record that was removed");
  return Id<X>(table[id.index()]);
}

template <class T>
bool any_reference_moves(const EditedTable<T>& table, const Positions& positions) {
  bool moves = false;
  const auto& records = table.records();
  for (std::size_t slot = 0; slot < records.size() && !moves; ++slot) {
    if (table.removed(slot)) continue;
    for_each_reference(records[slot], [&](const Field&, const auto& id) { moves = moves || moved(id, positions) != id; });
  }
  return moves;
}

template <class T>
Table<T> rebuilt(const EditedTable<T>& table, const Positions& positions) {
  std::vector<T> records;
  records.reserve(table.records().size());
  for (std::size_t slot = 0; slot < table.records().size(); ++slot) {
    if (table.removed(slot)) continue;
    records.push_back(table.records()[slot]);
    for_each_reference(records.back(), [&](const Field&, auto& id) { id = moved(id, positions); });
  }
  return Table<T>(std::move(records));
}

template <class T>
void collect_referrers(const EditedTable<T>& table, const std::vector<RecordPlace>& targets, std::vector<Referrer>& found) {
  const auto& records = table.records();
  for (std::size_t slot = 0; slot < records.size(); ++slot) {
    if (table.removed(slot)) continue;
    for_each_reference(records[slot], [&]<class X>(const Field& field, const Id<X>& id) {
      if (!id.valid()) return;
      const RecordPlace target{ParkRecords::ordinal<X>(), id.index()};
      if (std::find(targets.begin(), targets.end(), target) == targets.end()) return;
      found.push_back({{ParkRecords::ordinal<T>(), slot}, std::string(field.name), target});
    });
  }
}

}  // namespace

EditedPark::EditedPark(const Park& original) : original_(original), tables_(tables_of(original, ParkRecords{})) {}

std::string EditedPark::id_of(RecordPlace place) const {
  std::string id;
  ParkRecords::for_each([&]<class T>() {
    if (ParkRecords::ordinal<T>() == place.type) id = table<T>().records()[place.slot].id;
  });
  return id;
}

std::vector<Referrer> EditedPark::referrers(const std::vector<RecordPlace>& targets) const {
  std::vector<Referrer> found;
  ParkRecords::for_each([&]<class T>() { collect_referrers(table<T>(), targets, found); });
  return found;
}

void EditedPark::remove(RecordPlace place) {
  ParkRecords::for_each([&]<class T>() {
    if (ParkRecords::ordinal<T>() == place.type) table<T>().remove(place.slot);
  });
}

Park EditedPark::finished() const {
  Positions positions;
  ParkRecords::for_each([&]<class T>() { positions[ParkRecords::ordinal<T>()] = positions_of(table<T>()); });
  Park park = original_;
  describe(
      [&]<class P>(const Field&, P& part) {
        if constexpr (RecordTable<typename P::Content>) {
          const auto& edited = table<typename P::Content::Record>();
          if (edited.edited() || any_reference_moves(edited, positions)) part = P(rebuilt(edited, positions));
        }
      },
      park);
  return park;
}

}  // namespace parktwin
