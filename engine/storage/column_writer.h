#pragma once
// Writes described records below an HDF5 group, after column_layout.h. Knows kinds of fields, never fields.
#include <string>
#include <vector>

#include "engine/storage/column_layout.h"
#include "engine/storage/flat_geometry.h"
#include "engine/storage/hdf5_objects.h"
#include "engine/storage/map_axes.h"

namespace parktwin::storage {

class ColumnWriter {
 public:
  /// The park is the one whose tables the ids refer to; it must outlive the writer.
  explicit ColumnWriter(const Park& park) : park_(&park), axes_(*park.site) {}

  /// One record: its fields become members of the group.
  template <class Record>
  void write_record(hid_t group, const Record& record) {
    write_fields(group, std::vector<const Record*>{&record}, Layout::single);
  }

  /// A field of its own.
  template <class M>
  void write_value(hid_t group, const Field& field, const M& value) {
    write(group, field, std::vector<const M*>{&value}, Layout::single);
  }

  /// Call once after the last record.
  void finish() { axes_.finish(); }

 private:
  enum class Layout { single, column };
  template <class M>
  using Values = std::vector<const M*>;

  template <class Row>
  void write_fields(hid_t group, const Values<Row>& rows, Layout layout) {
    std::size_t position = 0;
    describe(
        [&]<class M>(const Field& field, const M&) {
          write(group, field, members<const M>(rows, position), layout);
          ++position;
        },
        static_cast<const Row&>(Row{}));
  }

  template <class M>
  void write(hid_t group, const Field& field, const Values<M>& values, Layout layout) {
    if constexpr (ParkPart<M>) {
      Values<typename M::Content> contents;
      for (const M* part : values) contents.push_back(&**part);
      write(group, field, contents, layout);
    } else if constexpr (RecordTable<M>) {
      PARKTWIN_CHECK(layout == Layout::single, "a table inside a row");
      write(group, field, Values<std::vector<typename M::Record>>{&values.front()->records()}, layout);
    } else if constexpr (Raster<M>) {
      PARKTWIN_CHECK(layout == Layout::single, "a raster inside a row");
      write_raster(group, field, *values.front());
    } else if constexpr (NumberField<M>) {
      write_numbers(group, field, values, layout);
    } else if constexpr (TextField<M>) {
      write_texts(group, field, values, layout);
    } else if constexpr (Optional<M>) {
      write_optional(group, field, values, layout);
    } else if constexpr (Vector<M>) {
      write_vectors(group, field, values, layout);
    } else if constexpr (GeometryField<M>) {
      write_geometry<M>(group, field, values);
    } else {
      static_assert(Described<M>, "a field of a kind that cannot be stored");
      const hdf5::Handle below = create_group(group, field);
      write_fields(below.get(), values, layout);
    }
  }

  template <NumberField M>
  void write_numbers(hid_t group, const Field& field, const Values<M>& values, Layout layout) {
    std::vector<StoredNumber<M>> numbers;
    numbers.reserve(values.size());
    for (const M* value : values) {
      if constexpr (UnitValue<M>) {
        numbers.push_back(value->value());
      } else {
        numbers.push_back(static_cast<StoredNumber<M>>(*value));
      }
    }
    const hdf5::Handle dataset = hdf5::write_numbers(group, std::string(field.name), numbers, shape(numbers.size(), layout));
    annotate(dataset.get(), field);
    if constexpr (std::floating_point<StoredNumber<M>>) {
      hdf5::write_attribute(dataset.get(), "_FillValue", std::numeric_limits<StoredNumber<M>>::quiet_NaN());
    }
    if constexpr (std::same_as<M, bool>) hdf5::write_attribute(dataset.get(), "flag_meanings", std::string("false true"));
  }

  template <TextField M>
  void write_texts(hid_t group, const Field& field, const Values<M>& values, Layout layout) {
    std::vector<std::string> texts;
    texts.reserve(values.size());
    for (const M* value : values) texts.push_back(text_of(*value));
    const hdf5::Handle dataset = hdf5::write_texts(group, std::string(field.name), texts, shape(texts.size(), layout));
    annotate(dataset.get(), field);
    if constexpr (RecordId<M>) annotate_reference<typename M::Record>(dataset.get());
  }

  template <Optional M>
  void write_optional(hid_t group, const Field& field, const Values<M>& values, Layout layout) {
    using Content = typename M::value_type;
    static const Content absent = [] {
      if constexpr (UnitValue<Content> || std::floating_point<Content>) {
        return Content(std::numeric_limits<double>::quiet_NaN());
      } else {
        return Content{};
      }
    }();
    Values<Content> contents;
    std::vector<std::uint8_t> present;
    for (const M* value : values) {
      present.push_back(value->has_value() ? 1 : 0);
      contents.push_back(value->has_value() ? &**value : &absent);
    }
    write(group, field, contents, layout);
    const hdf5::Handle mask = hdf5::write_numbers(group, std::string(field.name) + present_suffix, present, shape(present.size(), layout));
    hdf5::write_attribute(mask.get(), "long_name", "1 where " + std::string(field.name) + " is known");
  }

  template <Vector M>
  void write_vectors(hid_t group, const Field& field, const Values<M>& values, Layout layout) {
    using Item = typename M::value_type;
    static_assert(!std::same_as<Item, bool>, "flags in a vector have no address");
    if constexpr (IdList<M>) {
      if (layout == Layout::column) return write_id_lists(group, field, values);
    }
    Values<Item> items;
    std::vector<std::uint64_t> offsets{0};
    for (const M* value : values) {
      for (const Item& item : *value) items.push_back(&item);
      offsets.push_back(items.size());
    }
    if (layout == Layout::single && !Described<Item>) return write(group, field, items, Layout::column);
    const hdf5::Handle below = create_group(group, field);
    if constexpr (Described<Item>) {
      hdf5::write_attribute(below.get(), rows_attribute, static_cast<std::uint64_t>(items.size()));
      if (layout == Layout::column) hdf5::write_numbers(below.get(), offsets_name, offsets, {offsets.size()});
      write_fields(below.get(), items, Layout::column);
    } else {
      hdf5::write_numbers(below.get(), offsets_name, offsets, {offsets.size()});
      write(below.get(), Field{values_name, field.unit, field.meaning}, items, Layout::column);
    }
  }

  template <IdList M>
  void write_id_lists(hid_t group, const Field& field, const Values<M>& values) {
    const std::string separator = separator_for(values);
    std::vector<std::string> texts;
    for (const M* list : values) {
      std::string text;
      for (const auto& id : *list) {
        PARKTWIN_CHECK(id.valid(), "a list refers to no record: " + std::string(field.name));
        text += (text.empty() ? "" : separator) + text_of(id);
      }
      texts.push_back(std::move(text));
    }
    const hdf5::Handle dataset = hdf5::write_texts(group, std::string(field.name), texts, {texts.size()});
    annotate(dataset.get(), field);
    annotate_reference<typename M::value_type::Record>(dataset.get());
    hdf5::write_attribute(dataset.get(), separator_attribute, separator);
  }

  template <IdList M>
  std::string separator_for(const Values<M>& values) const {
    for (const std::string& separator : separators) {
      bool occurs = false;
      for (const M* list : values) {
        for (const auto& id : *list) occurs = occurs || text_of(id).find(separator) != std::string::npos;
      }
      if (!occurs) return separator;
    }
    throw hdf5::Failure("ids of " + table_name<typename M::value_type::Record>() + " contain blanks, line breaks and separators");
  }

  template <GeometryField M>
  void write_geometry(hid_t group, const Field& field, const Values<M>& values) {
    FlatGeometry flat;
    for (const M* value : values) flat.add(*value);
    const hdf5::Handle below = create_group(group, field);
    const hdf5::Handle points = hdf5::write_numbers(below.get(), coordinates_name, flat.xy, {flat.xy.size() / 2, 2});
    hdf5::write_attribute(points.get(), "units", std::string("m"));
    hdf5::write_attribute(points.get(), "long_name", std::string("east and north of the site's origin"));
    const auto level = [&below](const char* name, const Offsets& offsets) {
      hdf5::write_numbers(below.get(), name, offsets, {offsets.size()});
    };
    if constexpr (std::same_as<M, LineString>) level("line_offsets", flat.rings);
    if constexpr (std::same_as<M, Polygon> || std::same_as<M, MultiPolygon>) {
      level("ring_offsets", flat.rings);
      level("polygon_offsets", flat.polygons);
    }
    if constexpr (std::same_as<M, MultiPolygon>) level("shape_offsets", flat.shapes);
  }

  template <Raster M>
  void write_raster(hid_t group, const Field& field, const M& grid) {
    const GridFrame& frame = grid.frame;
    PARKTWIN_CHECK(grid.values.size() == frame.size(), "a raster has as many values as its frame has cells");
    const hdf5::Shape extents{static_cast<hsize_t>(frame.rows), static_cast<hsize_t>(frame.columns)};
    const hdf5::Handle dataset = hdf5::write_numbers(group, std::string(field.name), grid.values, extents);
    annotate(dataset.get(), field);
    hdf5::write_attribute(dataset.get(), "origin_x_m", frame.origin.x);
    hdf5::write_attribute(dataset.get(), "origin_y_m", frame.origin.y);
    hdf5::write_attribute(dataset.get(), "cell_size_m", frame.cell_size);
    using Value = typename M::Value;
    if constexpr (std::floating_point<Value>) {
      hdf5::write_attribute(dataset.get(), "_FillValue", std::numeric_limits<Value>::quiet_NaN());
    }
    if (!grid.empty()) axes_.attach(group, dataset.get(), frame);
  }

  template <TextField M>
  [[nodiscard]] std::string text_of(const M& value) const {
    if constexpr (std::same_as<M, std::string>) {
      return value;
    } else if constexpr (NamedEnum<M>) {
      return std::string(name_of(value));
    } else {
      return value.valid() ? table<typename M::Record>(*park_)[value].id : std::string();
    }
  }

  template <class T>
  static void annotate_reference(hid_t dataset) {
    hdf5::write_attribute(dataset, "references", "/" + park_group + "/" + table_name<T>());
  }

  static void annotate(hid_t object, const Field& field) {
    if (!field.unit.empty()) hdf5::write_attribute(object, "units", std::string(field.unit));
    if (!field.meaning.empty()) hdf5::write_attribute(object, "long_name", std::string(field.meaning));
  }

  static hdf5::Handle create_group(hid_t parent, const Field& field) {
    hdf5::Handle group = hdf5::create_group(parent, std::string(field.name));
    annotate(group.get(), field);
    return group;
  }

  static hdf5::Shape shape(std::size_t count, Layout layout) { return layout == Layout::single ? hdf5::Shape{} : hdf5::Shape{count}; }

  const Park* park_;
  hdf5::MapAxes axes_;
};

}  // namespace parktwin::storage
