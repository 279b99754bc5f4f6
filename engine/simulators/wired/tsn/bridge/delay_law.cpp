#include "engine/simulators/wired/tsn/bridge/delay_law.h"

#include <algorithm>
#include <utility>

namespace parktwin::wired::tsn::bridge {

DelayLaw::DelayLaw(std::vector<DelayAtom> atoms) {
  std::sort(atoms.begin(), atoms.end(), [](const DelayAtom& a, const DelayAtom& b) { return a.delay_ns < b.delay_ns; });
  for (const DelayAtom& atom : atoms) {
    if (!(atom.probability > 0.0)) continue;
    if (!atoms_.empty() && atoms_.back().delay_ns == atom.delay_ns) {
      atoms_.back().probability += atom.probability;
    } else {
      atoms_.push_back(atom);
    }
  }
  for (const DelayAtom& atom : atoms_) arriving_ += atom.probability;
}

double DelayLaw::within(Nanoseconds delay_ns) const {
  double share = 0.0;
  for (const DelayAtom& atom : atoms_) {
    if (atom.delay_ns > delay_ns) break;
    share += atom.probability;
  }
  return share;
}

std::optional<Nanoseconds> DelayLaw::quantile(double share) const {
  double within = 0.0;
  for (const DelayAtom& atom : atoms_) {
    within += atom.probability;
    if (within >= share) return atom.delay_ns;
  }
  return std::nullopt;
}

double DelayLaw::mean_ns() const {
  double sum = 0.0;
  for (const DelayAtom& atom : atoms_) sum += static_cast<double>(atom.delay_ns) * atom.probability;
  return arriving_ > 0.0 ? sum / arriving_ : 0.0;
}

DelayLaw DelayLaw::rounded_up(Nanoseconds step_ns) const {
  std::vector<DelayAtom> rounded = atoms_;
  for (DelayAtom& atom : rounded) atom.delay_ns = (atom.delay_ns + step_ns - 1) / step_ns * step_ns;
  return DelayLaw(std::move(rounded));
}

DelayLaw sum(const DelayLaw& one, const DelayLaw& other) {
  std::vector<DelayAtom> atoms;
  atoms.reserve(one.atoms().size() * other.atoms().size());
  for (const DelayAtom& a : one.atoms()) {
    for (const DelayAtom& b : other.atoms()) atoms.push_back({a.delay_ns + b.delay_ns, a.probability * b.probability});
  }
  return DelayLaw(std::move(atoms));
}

}  // namespace parktwin::wired::tsn::bridge
