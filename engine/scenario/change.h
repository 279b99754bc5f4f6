#pragma once
// What a scenario changes in a park: one typed struct per kind of change and kind of record, in the order of the file.
//     changes:
//       - add_radio_site: {id: S-061, name: North gate, position: [1200, 850], height_m: 25}
//       - modify_radio_cell: {id: S-001-1, set: {electrical_downtilt_deg: 8}}
//       - remove_network_link: {id: L-12}
//       - move_radio_site: {id: S-001, to: [500, 640]}
// Fields are those of the record's field list, coordinates metres in the park's local frame, references the ids of other records.
#include <string>
#include <variant>
#include <vector>

#include "engine/core/text_reference.h"
#include "engine/park/park.h"
#include "engine/scenario/record_list.h"

namespace parktwin {

/// A new record. Its references are resolved when it is applied: they may name records that earlier changes added.
template <ParkRecord T>
struct AddRecord {
  using Record = T;
  static constexpr std::string_view verb = "add";
  T record;
  std::vector<TextReference> references;
};

/// Takes a record out, and with it what belongs to it wholly: a radio site takes its cells, an enterprise its connected assets.
/// Any other record that still refers to it is an error.
template <ParkRecord T>
struct RemoveRecord {
  using Record = T;
  static constexpr std::string_view verb = "remove";
  std::string id;
};

/// Gives fields of a record new values; null empties an optional field or reference.
template <ParkRecord T>
struct ModifyRecord {
  using Record = T;
  static constexpr std::string_view verb = "modify";
  std::string id;
  T values;                         ///< only the named fields count
  std::vector<std::string> fields;  ///< in the order of the field list; never `id`
  std::vector<TextReference> references;
};

/// Puts a record with a single position elsewhere.
template <Movable T>
struct MoveRecord {
  using Record = T;
  static constexpr std::string_view verb = "move";
  std::string id;
  Point to;
};

template <class Change, template <class> class Kind>
struct is_change : std::false_type {};
template <class T, template <class> class Kind>
struct is_change<Kind<T>, Kind> : std::true_type {};
template <class Change, template <class> class Kind>
concept ChangeOf = is_change<std::remove_const_t<Change>, Kind>::value;

template <class Visitor, ChangeOf<RemoveRecord> Self>
void describe(Visitor&& visit, Self& change) {
  visit(Field{.name = "id", .unit = "", .meaning = "id of the record to remove", .required = true}, change.id);
}

template <class Visitor, ChangeOf<MoveRecord> Self>
void describe(Visitor&& visit, Self& change) {
  visit(Field{.name = "id", .unit = "", .meaning = "id of the record to move", .required = true}, change.id);
  visit(Field{.name = "to", .unit = "m", .meaning = "new position east and north of the origin", .required = true}, change.to);
}

template <class List>
struct ActionsOf;
template <class... T>
struct ActionsOf<RecordList<T...>> {
  using Type = std::variant<AddRecord<T>..., RemoveRecord<T>..., ModifyRecord<T>..., MoveRecord<Tree>, MoveRecord<RadioSite>,
                            MoveRecord<NetworkNode>, MoveRecord<Bus>, MoveRecord<ChargingStation>>;
};
using Action = ActionsOf<ParkRecords>::Type;

struct Change {
  std::string file;   ///< scenario file it comes from
  std::string place;  ///< "line 12, column 5"
  Action action;
  std::int32_t year = 0;  ///< of its phase; 0: before the first phase
};

/// Name of a kind of change in scenario files: `add_radio_site`.
template <class Kind>
[[nodiscard]] std::string change_name() {
  return std::string(Kind::verb).append("_").append(record_name<typename Kind::Record>);
}

/// Calls visit.template operator()<Kind>() for every kind of change.
template <class Visitor>
void for_each_change_kind(Visitor&& visit) {
  [&visit]<class... Kind>(const std::variant<Kind...>*) { (visit.template operator()<Kind>(), ...); }(static_cast<const Action*>(nullptr));
}

}  // namespace parktwin
