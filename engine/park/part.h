#pragma once
// A part of a park: immutable, shared between parks that have it in common, and known by its content hash.
#include <memory>
#include <utility>

#include "engine/core/hash.h"

namespace parktwin {

template <class T>
class Part {
 public:
  using Content = T;
  Part();
  explicit Part(T content);
  [[nodiscard]] const T& operator*() const { return *content_; }
  [[nodiscard]] const T* operator->() const { return content_.get(); }
  [[nodiscard]] ContentHash content_hash() const { return hash_; }

 private:
  std::shared_ptr<const T> content_;
  ContentHash hash_;
};

// Out of line, so that park.h can keep the hashing of whole tables out of every file that builds a park.
template <class T>
Part<T>::Part() : Part(T{}) {}

template <class T>
Part<T>::Part(T content) : content_(std::make_shared<const T>(std::move(content))), hash_(parktwin::content_hash(*content_)) {}

template <class T>
struct is_part : std::false_type {};
template <class T>
struct is_part<Part<T>> : std::true_type {};
template <class T>
concept ParkPart = is_part<std::remove_const_t<T>>::value;

}  // namespace parktwin
