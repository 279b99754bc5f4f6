#pragma once
// What a planner changes in a park to see what follows: a site elsewhere, a site, device, link or power line out of service; step by step,
// each of which can be undone.
#include <optional>
#include <string>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::viz::window {

enum class EditKind { moved, switched_off, switched_on };

struct Edit {
  EditKind kind = EditKind::moved;
  std::string id;
};

/// A place of the last edit may still change: a drag is one step.
enum class Step { begins, goes_on };

class Edits {
 public:
  explicit Edits(Park before) : before_(std::move(before)) {}

  [[nodiscard]] const Park& park() const { return steps_.empty() ? before_ : steps_.back().after; }
  [[nodiscard]] const Park& before() const { return before_; }
  /// Earliest first.
  [[nodiscard]] std::vector<Edit> list() const;
  [[nodiscard]] bool empty() const { return steps_.empty(); }

  /// A mast keeps its antennas' height above the ground: on a roof it stands lower, beside it as a mast of its own. False, and nothing
  /// changes, for an unknown site and for an indoor site that would leave its building.
  bool move_site(const std::string& id, Point to, Step step);
  /// Out of service, or back. False for what has no such state. `mesh` says which table the id is of; "links" for a link.
  bool toggle(const std::string& mesh, const std::string& id);
  /// False when there is nothing to undo.
  bool undo();

 private:
  struct Done {
    Edit edit;
    Park after;
  };
  Park before_;
  std::vector<Done> steps_;
};

/// Things that toggle() knows.
[[nodiscard]] bool can_be_switched(const std::string& mesh);

}  // namespace parktwin::viz::window
