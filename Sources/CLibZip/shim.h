#ifndef TIAOWEN_CLIBZIP_SHIM_H
#define TIAOWEN_CLIBZIP_SHIM_H

#include <dlfcn.h>
#include <stdbool.h>

#include <zip.h>

/// The functions of libzip that we call, typed by its own header.
///
/// The library is loaded when the first container is read or written and not
/// when the tool starts: it brings others with it and costs more than a whole
/// search.
struct tiaowen_libzip {
  __typeof__(zip_source_buffer_create) *zip_source_buffer_create;
  __typeof__(zip_source_free) *zip_source_free;
  __typeof__(zip_open_from_source) *zip_open_from_source;
  __typeof__(zip_discard) *zip_discard;

  // Reading
  __typeof__(zip_name_locate) *zip_name_locate;
  __typeof__(zip_stat_index) *zip_stat_index;
  __typeof__(zip_fopen_index) *zip_fopen_index;
  __typeof__(zip_fread) *zip_fread;
  __typeof__(zip_fclose) *zip_fclose;

  // Writing
  __typeof__(zip_source_buffer) *zip_source_buffer;
  __typeof__(zip_file_add) *zip_file_add;
  __typeof__(zip_file_set_dostime) *zip_file_set_dostime;
  __typeof__(zip_close) *zip_close;
  __typeof__(zip_source_keep) *zip_source_keep;
  __typeof__(zip_source_open) *zip_source_open;
  __typeof__(zip_source_stat) *zip_source_stat;
  __typeof__(zip_source_read) *zip_source_read;
  __typeof__(zip_source_close) *zip_source_close;
};

/// Loads the library; false when it is not installed.
static inline bool tiaowen_libzip_load(struct tiaowen_libzip *functions) {
  void *library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
#define FIND(name) (functions->name = dlsym(library, #name))
  return FIND(zip_source_buffer_create) && FIND(zip_source_free) &&
         FIND(zip_open_from_source) && FIND(zip_discard) && FIND(zip_name_locate) &&
         FIND(zip_stat_index) && FIND(zip_fopen_index) && FIND(zip_fread) &&
         FIND(zip_fclose) && FIND(zip_source_buffer) && FIND(zip_file_add) &&
         FIND(zip_file_set_dostime) && FIND(zip_close) && FIND(zip_source_keep) &&
         FIND(zip_source_open) && FIND(zip_source_stat) && FIND(zip_source_read) &&
         FIND(zip_source_close);
#undef FIND
}

#endif
