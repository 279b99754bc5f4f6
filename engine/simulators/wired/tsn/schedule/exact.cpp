#include "engine/simulators/wired/tsn/schedule/exact.h"

#include <algorithm>
#include <limits>

namespace parktwin::wired::tsn::schedule {
namespace {

constexpr std::size_t most_starts = 4'000;
constexpr std::size_t most_alternatives = 40'000;
constexpr std::int64_t looks_per_branch = 2'000;  ///< alternatives looked at; more count against the budget
constexpr Nanoseconds far = std::numeric_limits<Nanoseconds>::max() / 4;

/// start[to] ≥ start[from] + apart.
struct Difference {
  std::size_t from = 0;
  std::size_t to = 0;
  Nanoseconds apart_ns = 0;
};

/// Either both differences of one way hold or both of the other; one of a pair may say nothing.
struct Alternative {
  std::array<std::array<Difference, 2>, 2> ways;
};

/// Longest paths from and to the origin, start 0, under differences that are added and taken back in turn.
class Differences {
 public:
  explicit Differences(std::size_t starts) : earliest_(starts, -far), latest_(starts, far), out_(starts), in_(starts) {
    earliest_[0] = latest_[0] = 0;
  }

  [[nodiscard]] Nanoseconds earliest(std::size_t start) const { return earliest_[start]; }
  [[nodiscard]] Nanoseconds latest(std::size_t start) const { return latest_[start]; }
  [[nodiscard]] std::size_t mark() const { return trail_.size(); }

  /// False: the differences contradict each other (a cycle of positive length); the state must then be taken back.
  bool add(const Difference& difference) {
    if (difference.from == difference.to) return difference.apart_ns <= 0;
    out_[difference.from].push_back({difference.to, difference.apart_ns});
    in_[difference.to].push_back({difference.from, difference.apart_ns});
    trail_.push_back({Change::edge, difference.from, static_cast<Nanoseconds>(difference.to)});
    return raise(difference) && lower(difference);
  }

  void take_back(std::size_t mark) {
    while (trail_.size() > mark) {
      const Change& change = trail_.back();
      if (change.kind == Change::edge) {
        out_[change.start].pop_back();
        in_[static_cast<std::size_t>(change.old_ns)].pop_back();
      } else {
        (change.kind == Change::raised ? earliest_ : latest_)[change.start] = change.old_ns;
      }
      trail_.pop_back();
    }
  }

 private:
  struct Arc {
    std::size_t to;
    Nanoseconds apart_ns;
  };
  struct Change {
    enum Kind : std::uint8_t { edge, raised, lowered } kind;
    std::size_t start;
    Nanoseconds old_ns;
  };

  bool raise(const Difference& added) {
    if (earliest_[added.from] == -far || earliest_[added.from] + added.apart_ns <= earliest_[added.to]) return true;
    std::vector<std::size_t> queue = {added.to};
    trail_.push_back({Change::raised, added.to, earliest_[added.to]});
    earliest_[added.to] = earliest_[added.from] + added.apart_ns;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::size_t at = queue[i];
      if (at == 0 || at == added.from || earliest_[at] > latest_[at]) return false;
      for (const Arc& arc : out_[at]) {
        if (earliest_[at] + arc.apart_ns <= earliest_[arc.to]) continue;
        trail_.push_back({Change::raised, arc.to, earliest_[arc.to]});
        earliest_[arc.to] = earliest_[at] + arc.apart_ns;
        queue.push_back(arc.to);
      }
    }
    return true;
  }

  bool lower(const Difference& added) {
    if (latest_[added.to] == far || latest_[added.to] - added.apart_ns >= latest_[added.from]) return true;
    std::vector<std::size_t> queue = {added.from};
    trail_.push_back({Change::lowered, added.from, latest_[added.from]});
    latest_[added.from] = latest_[added.to] - added.apart_ns;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::size_t at = queue[i];
      if (at == 0 || at == added.to || earliest_[at] > latest_[at]) return false;
      for (const Arc& arc : in_[at]) {
        if (latest_[at] - arc.apart_ns >= latest_[arc.to]) continue;
        trail_.push_back({Change::lowered, arc.to, latest_[arc.to]});
        latest_[arc.to] = latest_[at] - arc.apart_ns;
        queue.push_back(arc.to);
      }
    }
    return true;
  }

  std::vector<Nanoseconds> earliest_;
  std::vector<Nanoseconds> latest_;
  std::vector<std::vector<Arc>> out_;
  std::vector<std::vector<Arc>> in_;
  std::vector<Change> trail_;
};

/// One frame on one link. Variable 0 is the origin, the others follow stream by stream, frame by frame, hop by hop.
struct Step {
  std::size_t start = 0;
  std::size_t arrival = 0;     ///< variable that fixes the arrival
  Nanoseconds arrival_ns = 0;  ///< earliest arrival after it
  Nanoseconds port_ns = 0;
  std::size_t queue = 0;
};

std::size_t frames_of(const Route& route, Nanoseconds cycle_ns) { return static_cast<std::size_t>(cycle_ns / route.period_ns); }

bool add_stream(Differences& differences, const Route& route, std::size_t first, Nanoseconds cycle_ns, bool wait_in_queues) {
  const std::size_t hops = route.hops.size();
  bool possible = route.most_spread_ns >= 0;
  for (std::size_t frame = 0; frame < frames_of(route, cycle_ns); ++frame) {
    const std::size_t talker = first + frame * hops;
    const Nanoseconds release = static_cast<Nanoseconds>(frame) * route.period_ns;
    possible = possible && differences.add({0, talker, release}) && differences.add({talker, 0, -(release + route.window_ns - 1)});
    for (std::size_t h = 1; h < hops && possible; ++h) {
      const Hop& hop = route.hops[h];
      const Nanoseconds longest = wait_in_queues ? hop.behind_ns + cycle_ns - hop.unsure_ns : hop.behind_ns;
      possible = differences.add({talker + h - 1, talker + h, hop.behind_ns}) && differences.add({talker + h, talker + h - 1, -longest});
    }
    possible = possible && differences.add({talker + hops - 1, talker, -route.most_span_ns});
    for (std::size_t other = 0; other < frame && possible; ++other) {
      const std::size_t last = talker + hops - 1;
      const std::size_t other_last = first + other * hops + hops - 1;
      const Nanoseconds nominal = static_cast<Nanoseconds>(frame - other) * route.period_ns;
      possible = differences.add({other_last, last, nominal - route.most_spread_ns}) &&
                 differences.add({last, other_last, -nominal - route.most_spread_ns});
    }
  }
  return possible;
}

/// `a` first, or `b` of `turn` later first.
Alternative alternative(const Step& a, const Step& b, Nanoseconds turn_ns) {
  Alternative result;
  result.ways[0] = {Difference{a.start, b.start, a.port_ns - turn_ns}, Difference{0, 0, 0}};
  result.ways[1] = {Difference{b.start, a.start, b.port_ns + turn_ns}, Difference{0, 0, 0}};
  if (a.queue == b.queue) {
    result.ways[0][1] = {a.start, b.arrival, -b.arrival_ns - turn_ns};
    result.ways[1][1] = {b.start, a.arrival, -a.arrival_ns + turn_ns};
  }
  return result;
}

bool holds(const Differences& d, const std::array<Difference, 2>& way) {
  return std::all_of(way.begin(), way.end(), [&](const Difference& x) { return d.earliest(x.from) + x.apart_ns <= d.earliest(x.to); });
}

bool always_holds(const Differences& d, const std::array<Difference, 2>& way) {
  return std::all_of(way.begin(), way.end(), [&](const Difference& x) { return d.latest(x.from) + x.apart_ns <= d.earliest(x.to); });
}

/// Least room the way leaves; negative: impossible.
Nanoseconds room(const Differences& d, const std::array<Difference, 2>& way) {
  Nanoseconds least = far;
  for (const Difference& x : way) {
    if (x.from != x.to) least = std::min(least, d.latest(x.to) - d.earliest(x.from) - x.apart_ns);
  }
  return least;
}

class Branching {
 public:
  Branching(Differences& differences, const std::vector<Alternative>& alternatives, std::int64_t most_branches)
      : differences_(differences), alternatives_(alternatives), most_branches_(most_branches) {}

  Answer run() {
    std::vector<Decision> decisions;
    for (bool possible = true;;) {
      const Alternative* open = nullptr;
      if (possible && propagate(open)) {
        if (!open) return Answer::found;
        if (++branches_ > most_branches_ || looks_ / looks_per_branch > most_branches_) return Answer::unknown;
        // The way with more room first.
        const std::size_t way = room(differences_, open->ways[0]) >= room(differences_, open->ways[1]) ? 0 : 1;
        decisions.push_back({open, differences_.mark(), way, false});
        possible = take(open->ways[way]);
        continue;
      }
      while (!decisions.empty() && decisions.back().second) decisions.pop_back();
      if (decisions.empty()) return Answer::none;
      Decision& last = decisions.back();
      differences_.take_back(last.mark);
      last.second = true;
      possible = take(last.alternative->ways[1 - last.way]);
    }
  }

  [[nodiscard]] std::int64_t branches() const { return branches_; }

 private:
  struct Decision {
    const Alternative* alternative;
    std::size_t mark;  ///< before it
    std::size_t way;   ///< taken first
    bool second;       ///< the other one is taken
  };

  bool take(const std::array<Difference, 2>& way) { return differences_.add(way[0]) && differences_.add(way[1]); }

  /// Takes what has one way left, until nothing changes; then the broken alternative with the least room.
  bool propagate(const Alternative*& open) {
    for (bool changed = true; changed;) {
      changed = false;
      open = nullptr;
      Nanoseconds least = far;
      looks_ += static_cast<std::int64_t>(alternatives_.size());
      for (const Alternative& alternative : alternatives_) {
        if (always_holds(differences_, alternative.ways[0]) || always_holds(differences_, alternative.ways[1])) continue;
        const Nanoseconds rooms[] = {room(differences_, alternative.ways[0]), room(differences_, alternative.ways[1])};
        if (rooms[0] < 0 && rooms[1] < 0) return false;
        const bool holding[] = {holds(differences_, alternative.ways[0]), holds(differences_, alternative.ways[1])};
        if (rooms[0] < 0 || rooms[1] < 0) {
          const std::size_t left = rooms[0] < 0 ? 1 : 0;
          if (holding[left]) continue;
          if (!take(alternative.ways[left])) return false;
          changed = true;
        } else if (!holding[0] && !holding[1] && std::min(rooms[0], rooms[1]) < least) {
          least = std::min(rooms[0], rooms[1]);
          open = &alternative;
        }
      }
    }
    return true;
  }

  Differences& differences_;
  const std::vector<Alternative>& alternatives_;
  std::int64_t most_branches_;
  std::int64_t branches_ = 0;
  std::int64_t looks_ = 0;
};

std::vector<std::vector<Step>> steps_by_link(std::span<const Route> routes, Nanoseconds cycle_ns) {
  std::vector<std::vector<Step>> steps;
  std::size_t start = 1;
  for (const Route& route : routes) {
    for (std::size_t frame = 0; frame < frames_of(route, cycle_ns); ++frame) {
      for (std::size_t h = 0; h < route.hops.size(); ++h, ++start) {
        const Hop& hop = route.hops[h];
        if (steps.size() <= hop.link) steps.resize(hop.link + 1);
        const std::size_t arrival = h == 0 ? start : start - 1;
        steps[hop.link].push_back({start, arrival, h == 0 ? 0 : hop.behind_ns - hop.unsure_ns, hop.port_ns, hop.queue});
      }
    }
  }
  return steps;
}

/// Floor of a quotient; the divisor is positive.
Nanoseconds floor_of(Nanoseconds value, Nanoseconds divisor) { return (value - folded(value, divisor)) / divisor; }

/// Every pair of frames on a port, with every number of cycles between them at which they could meet. False: too many.
bool collect(std::span<const Route> routes, Nanoseconds cycle_ns, const Differences& bounds, std::vector<Alternative>& alternatives) {
  for (const auto& steps : steps_by_link(routes, cycle_ns)) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Step& a = steps[i];
        const Step& b = steps[j];
        const Nanoseconds a_from = std::min(bounds.earliest(a.start), bounds.earliest(a.arrival) + a.arrival_ns);
        const Nanoseconds b_from = std::min(bounds.earliest(b.start), bounds.earliest(b.arrival) + b.arrival_ns);
        const Nanoseconds least = floor_of(a_from - bounds.latest(b.start) - b.port_ns, cycle_ns);
        const Nanoseconds most = floor_of(bounds.latest(a.start) + a.port_ns - b_from, cycle_ns) + 1;
        for (Nanoseconds turn = least; turn <= most; ++turn) {
          const Alternative pair = alternative(a, b, turn * cycle_ns);
          if (always_holds(bounds, pair.ways[0]) || always_holds(bounds, pair.ways[1])) continue;
          if (alternatives.size() == most_alternatives) return false;
          alternatives.push_back(pair);
        }
      }
    }
  }
  return true;
}

}  // namespace

Search search_all(std::span<const Route> routes, Nanoseconds cycle_ns, bool wait_in_queues, std::int64_t most_branches) {
  Search search;
  std::size_t starts = 1;
  for (const Route& route : routes) {
    starts += route.hops.size() * frames_of(route, cycle_ns);
    if (starts > most_starts) return search;
  }
  Differences differences(starts);
  std::size_t first = 1;
  for (const Route& route : routes) {
    if (!add_stream(differences, route, first, cycle_ns, wait_in_queues)) {
      search.answer = Answer::none;
      return search;
    }
    first += route.hops.size() * frames_of(route, cycle_ns);
  }
  std::vector<Alternative> alternatives;
  if (!collect(routes, cycle_ns, differences, alternatives)) return search;
  Branching branching(differences, alternatives, most_branches);
  search.answer = branching.run();
  search.branches = branching.branches();
  if (search.answer != Answer::found) return search;
  std::size_t start = 1;
  for (const Route& route : routes) {
    auto& all = search.starts_ns.emplace_back(route.hops.size() * frames_of(route, cycle_ns));
    for (Nanoseconds& at : all) at = differences.earliest(start++);
  }
  return search;
}

}  // namespace parktwin::wired::tsn::schedule
