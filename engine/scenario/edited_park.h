#pragma once
// A park while changes are applied to it: every table by slots, and at the end a park whose Ids are right again.
#include <cstddef>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/scenario/edited_table.h"
#include "engine/scenario/record_list.h"

namespace parktwin {

/// A record by its type's position in ParkRecords and its slot.
struct RecordPlace {
  std::size_t type = 0;
  std::size_t slot = 0;
  friend auto operator<=>(const RecordPlace&, const RecordPlace&) = default;
};

/// A record that refers to another one.
struct Referrer {
  RecordPlace record;
  std::string field;
  RecordPlace target;
};

class EditedPark {
 public:
  /// The original must outlive the edited park.
  explicit EditedPark(const Park& original);

  template <ParkRecord T>
  [[nodiscard]] EditedTable<T>& table() {
    return std::get<EditedTable<T>>(tables_);
  }
  template <ParkRecord T>
  [[nodiscard]] const EditedTable<T>& table() const {
    return std::get<EditedTable<T>>(tables_);
  }

  [[nodiscard]] std::string id_of(RecordPlace place) const;
  /// Every record in place that refers to one of the targets, in the order of tables, slots and fields.
  [[nodiscard]] std::vector<Referrer> referrers(const std::vector<RecordPlace>& targets) const;
  void remove(RecordPlace place);

  /// Tables without removed records and with every Id moved to its record's new position. Parts in which nothing changes are those of the
  /// original. Precondition: no record in place refers to a removed one.
  [[nodiscard]] Park finished() const;

 private:
  const Park& original_;
  ParkRecords::Tuple<EditedTable> tables_;
};

}  // namespace parktwin
