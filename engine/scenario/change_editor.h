#pragma once
// Applies changes one after the other to an edited park, and remembers what was done where, so that a change which contradicts an earlier
// one can name its line. A record is added, removed or has a given field set at most once in a phase, and a change changes something.
#include <map>
#include <string>
#include <utility>

#include "engine/core/errors.h"
#include "engine/scenario/change.h"
#include "engine/scenario/edited_park.h"

namespace parktwin {

/// Where a change stands.
struct ChangePlace {
  std::string file;
  std::string place;  ///< "line 12, column 5"
  [[nodiscard]] bool empty() const { return place.empty(); }
};

/// What changes did to one record; places are empty where nothing was done.
struct RecordHistory {
  ChangePlace added;
  ChangePlace removed;
  bool removed_before = false;                ///< in an earlier phase: it may be added again
  bool refused = false;                       ///< an addition that was in error: later mentions are not reported again
  std::map<std::string, ChangePlace> fields;  ///< place of the change that set each field
};

/// By type (position in ParkRecords) and id.
using ChangeHistory = std::map<std::pair<std::size_t, std::string>, RecordHistory>;

class ChangeEditor {
 public:
  /// The park and the problems must outlive the editor.
  ChangeEditor(const Park& park, Problems& problems) : park_(park), problems_(problems) {}

  /// A change that does not fit is reported and leaves the park as it was.
  void apply(const Change& change);

  /// The changes that follow are of a later phase: they may set again, remove or add again what stands.
  void begin_phase();

  /// The park so far. Precondition: no problem was reported.
  [[nodiscard]] Park finished() const { return park_.finished(); }
  [[nodiscard]] const ChangeHistory& history() const { return history_; }

 private:
  template <class T>
  void apply(const AddRecord<T>& change);
  template <class T>
  void apply(const RemoveRecord<T>& change);
  template <class T>
  void apply(const ModifyRecord<T>& change);
  template <class T>
  void apply(const MoveRecord<T>& change);

  template <class T>
  Id<T> find_for_change(const std::string& id);
  template <class T>
  bool resolve(T& record, const std::vector<TextReference>& references);
  template <class X>
  bool resolve(Id<X>& id, const TextReference& reference);
  template <class T>
  bool note_fields(const std::string& id, const std::vector<std::string>& fields);
  template <class T>
  void report_missing(const std::string& place, const std::string& prefix, const std::string& id);

  /// The record and what belongs to it wholly, owners first.
  [[nodiscard]] std::vector<RecordPlace> with_dependents(RecordPlace record) const;
  bool may_go(const std::vector<RecordPlace>& leaving);
  [[nodiscard]] std::string name_of_record(RecordPlace place) const;
  [[nodiscard]] ChangePlace here() const { return {change_->file, change_->place}; }
  [[nodiscard]] std::string on(const ChangePlace& earlier) const;
  void report(const std::string& message) { problems_.add(change_->file, change_->place, message); }

  EditedPark park_;
  ChangeHistory history_;
  Problems& problems_;
  const Change* change_ = nullptr;
};

}  // namespace parktwin
