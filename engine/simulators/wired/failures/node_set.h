#pragma once
// A set of nodes as one bit per node.
#include <bit>
#include <cstdint>
#include <vector>

namespace parktwin::wired::failures {

class NodeSet {
 public:
  NodeSet() = default;
  explicit NodeSet(std::size_t nodes) : words_((nodes + 63) / 64, 0) {}

  void insert(std::uint32_t node) { words_[node / 64] |= std::uint64_t{1} << node % 64; }
  [[nodiscard]] bool contains(std::uint32_t node) const { return (words_[node / 64] >> node % 64 & 1U) != 0; }
  void clear() { words_.assign(words_.size(), 0); }

  /// Both sets are of the same nodes; so below.
  void add(const NodeSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void remove(const NodeSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

  [[nodiscard]] std::size_t count() const {
    std::size_t sum = 0;
    for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
  }
  /// Of this set without the two others.
  [[nodiscard]] std::size_t count_beyond(const NodeSet& a, const NodeSet& b) const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::uint64_t left = words_[i] & ~a.words_[i] & ~b.words_[i];
      if (left != 0) sum += static_cast<std::size_t>(std::popcount(left));
    }
    return sum;
  }
  [[nodiscard]] bool any_beyond(const NodeSet& a, const NodeSet& b) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & ~a.words_[i] & ~b.words_[i]) != 0) return true;
    }
    return false;
  }
  [[nodiscard]] bool empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : words_) any |= word;
    return any == 0;
  }

  /// One word after the other: those of sets of the same nodes can be compared.
  [[nodiscard]] const std::vector<std::uint64_t>& words() const { return words_; }

  /// Ascending.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

  friend bool operator==(const NodeSet&, const NodeSet&) = default;

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace parktwin::wired::failures
