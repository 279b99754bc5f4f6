#include "engine/scenario/change_editor.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/nearest_name.h"
#include "engine/scenario/field_copy.h"

namespace parktwin {
namespace {

constexpr std::size_t named_referrers = 5;

template <class T>
std::string named(const std::string& id) {
  return fmt::format("{} {}", record_name<T>, id);
}

}  // namespace

void ChangeEditor::begin_phase() {
  for (auto& [record, past] : history_) {
    past.removed_before = !past.removed.empty();
    past.added = {};
    past.fields.clear();
  }
}

/// "line 12, column 5", with the file when it is another one.
std::string ChangeEditor::on(const ChangePlace& earlier) const {
  return earlier.file == change_->file ? earlier.place : fmt::format("{} of {}", earlier.place, earlier.file);
}

void ChangeEditor::apply(const Change& change) {
  change_ = &change;
  std::visit([this](const auto& action) { apply(action); }, change.action);
}

template <class T>
void ChangeEditor::apply(const AddRecord<T>& change) {
  const std::string& id = change.record.id;
  RecordHistory& past = history_[{ParkRecords::ordinal<T>(), id}];
  if (!past.removed.empty() && !past.removed_before)
    return report(fmt::format("adds {}, which was removed on {}: modify it instead", named<T>(id), on(past.removed)));
  if (!past.added.empty()) return report(fmt::format("adds {} again, it was added on {}", named<T>(id), on(past.added)));
  if (park_.table<T>().find(id).valid()) return report(fmt::format("adds {}, which the park already has", named<T>(id)));
  T record = change.record;
  if (!resolve(record, change.references)) {
    past.refused = true;
    return;
  }
  past.added = here();
  past.removed = {};
  past.removed_before = false;
  park_.table<T>().add(std::move(record));
}

template <class T>
void ChangeEditor::apply(const RemoveRecord<T>& change) {
  const Id<T> id = find_for_change<T>(change.id);
  if (!id.valid()) return;
  const auto leaving = with_dependents({ParkRecords::ordinal<T>(), id.index()});
  if (!may_go(leaving)) return;
  for (const RecordPlace place : leaving) {
    history_[{place.type, park_.id_of(place)}].removed = here();
    park_.remove(place);
  }
}

template <class T>
void ChangeEditor::apply(const ModifyRecord<T>& change) {
  const Id<T> id = find_for_change<T>(change.id);
  if (!id.valid()) return;
  T values = change.values;
  if (!resolve(values, change.references)) return;
  T record = park_.table<T>().records()[id.index()];
  const bool differs = copy_fields(values, record, change.fields);
  if (!note_fields<T>(change.id, change.fields)) return;
  if (!differs) return report(fmt::format("changes nothing: found values that {} already has, expected others", named<T>(change.id)));
  park_.table<T>().replace(id.index(), std::move(record));
}

template <class T>
void ChangeEditor::apply(const MoveRecord<T>& change) {
  const Id<T> id = find_for_change<T>(change.id);
  if (!id.valid() || !note_fields<T>(change.id, {"position"})) return;
  T record = park_.table<T>().records()[id.index()];
  if (record.position == change.to)
    return report(fmt::format("changes nothing: found the place where {} already stands, expected another", named<T>(change.id)));
  record.position = change.to;
  park_.table<T>().replace(id.index(), std::move(record));
}

/// The record that a change is about, if it is there and was not added by the scenario itself; otherwise reports.
template <class T>
Id<T> ChangeEditor::find_for_change(const std::string& id) {
  const Id<T> found = park_.table<T>().find(id);
  if (!found.valid()) {
    report_missing<T>(change_->place, "", id);
    return found;
  }
  const auto past = history_.find({ParkRecords::ordinal<T>(), id});
  if (past == history_.end() || past->second.added.empty()) return found;
  report(fmt::format("changes {}, which was added on {}: say there what it is", named<T>(id), on(past->second.added)));
  return Id<T>();
}

template <class T>
void ChangeEditor::report_missing(const std::string& place, const std::string& prefix, const std::string& id) {
  const auto past = history_.find({ParkRecords::ordinal<T>(), id});
  if (past != history_.end() && past->second.refused) return;
  if (past != history_.end() && !past->second.removed.empty()) {
    return problems_.add(change_->file, place, fmt::format("{}{} was removed on {}", prefix, named<T>(id), on(past->second.removed)));
  }
  const auto& table = park_.table<T>();
  std::vector<std::string_view> ids;
  for (std::size_t slot = 0; slot < table.records().size(); ++slot) {
    if (!table.removed(slot)) ids.push_back(table.records()[slot].id);
  }
  const std::string_view close = nearest_name(id, ids);
  const std::string hint = close.empty() ? "" : fmt::format(", did you mean \"{}\"?", close);
  problems_.add(change_->file, place, fmt::format("{}found no {} with the id \"{}\"{}", prefix, record_name<T>, id, hint));
}

template <class X>
bool ChangeEditor::resolve(Id<X>& id, const TextReference& reference) {
  id = park_.table<X>().find(reference.key);
  if (id.valid()) return true;
  report_missing<X>(reference.place.empty() ? change_->place : reference.place, reference.field + ": ", reference.key);
  return false;
}

template <class T>
bool ChangeEditor::resolve(T& record, const std::vector<TextReference>& references) {
  bool good = true;
  describe(
      [&]<class M>(const Field& field, M& member) {
        for (const auto& reference : references) {
          if (reference.field != field.name) continue;
          if constexpr (RecordId<M>) {
            good = resolve(member, reference) && good;
          } else if constexpr (Vector<M>) {
            if constexpr (RecordId<typename M::value_type>) {
              member.resize(std::max(member.size(), reference.position + 1));
              good = resolve(member[reference.position], reference) && good;
            }
          }
        }
      },
      record);
  return good;
}

/// Reports fields that an earlier change already set; otherwise notes them as set here.
template <class T>
bool ChangeEditor::note_fields(const std::string& id, const std::vector<std::string>& fields) {
  RecordHistory& past = history_[{ParkRecords::ordinal<T>(), id}];
  bool good = true;
  for (const auto& field : fields) {
    const auto [earlier, is_new] = past.fields.emplace(field, here());
    if (is_new) continue;
    report(fmt::format("sets {} of {}, which was already set on {}, expected one value", field, named<T>(id), on(earlier->second)));
    good = false;
  }
  return good;
}

std::vector<RecordPlace> ChangeEditor::with_dependents(RecordPlace record) const {
  std::vector<RecordPlace> leaving = {record};
  for (std::size_t next = 0; next < leaving.size(); ++next) {
    for (const Referrer& referrer : park_.referrers({leaving[next]})) {
      const bool known = std::find(leaving.begin(), leaving.end(), referrer.record) != leaving.end();
      if (!known && belongs_to(referrer.record.type, leaving[next].type)) leaving.push_back(referrer.record);
    }
  }
  return leaving;
}

/// Reports records that stay and refer to a leaving one, and leaving ones that an earlier change added or modified.
bool ChangeEditor::may_go(const std::vector<RecordPlace>& leaving) {
  std::vector<std::string> staying;
  for (const Referrer& referrer : park_.referrers(leaving)) {
    if (std::find(leaving.begin(), leaving.end(), referrer.record) != leaving.end()) continue;
    staying.push_back(fmt::format("{} ({})", name_of_record(referrer.record), referrer.field));
  }
  bool good = staying.empty();
  if (!good) {
    std::string list = staying.front();
    for (std::size_t i = 1; i < std::min(staying.size(), named_referrers); ++i) list += ", " + staying[i];
    if (staying.size() > named_referrers) list += fmt::format(" and {} more", staying.size() - named_referrers);
    report(fmt::format("removes {}, to which others still refer: {}", name_of_record(leaving.front()), list));
  }
  for (const RecordPlace place : leaving) {
    const auto past = history_.find({place.type, park_.id_of(place)});
    if (past == history_.end() || (past->second.added.empty() && past->second.fields.empty())) continue;
    const ChangePlace& earlier = past->second.added.empty() ? past->second.fields.begin()->second : past->second.added;
    report(fmt::format("removes {}, which was {} on {}", name_of_record(place), past->second.added.empty() ? "modified" : "added",
                       on(earlier)));
    good = false;
  }
  return good;
}

std::string ChangeEditor::name_of_record(RecordPlace place) const {
  return fmt::format("{} {}", record_names[place.type], park_.id_of(place));
}

}  // namespace parktwin
