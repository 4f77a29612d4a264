#ifndef TIAOWEN_CLIBZIP_SHIM_H
#define TIAOWEN_CLIBZIP_SHIM_H

#include <dlfcn.h>
#include <stdbool.h>

#include <zip.h>

/// The functions of libzip that we call, typed by its own header.
///
/// The library is loaded when the first container is read and not when the
/// tool starts: it brings others with it and costs more than a whole search.
struct tiaowen_libzip {
  __typeof__(zip_source_buffer_create) *zip_source_buffer_create;
  __typeof__(zip_source_free) *zip_source_free;
  __typeof__(zip_open_from_source) *zip_open_from_source;
  __typeof__(zip_discard) *zip_discard;
  __typeof__(zip_name_locate) *zip_name_locate;
  __typeof__(zip_stat_index) *zip_stat_index;
  __typeof__(zip_fopen_index) *zip_fopen_index;
  __typeof__(zip_fread) *zip_fread;
  __typeof__(zip_fclose) *zip_fclose;
};

/// Loads the library; false when it is not installed.
static inline bool tiaowen_libzip_load(struct tiaowen_libzip *functions) {
  void *library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  functions->zip_source_buffer_create = dlsym(library, "zip_source_buffer_create");
  functions->zip_source_free = dlsym(library, "zip_source_free");
  functions->zip_open_from_source = dlsym(library, "zip_open_from_source");
  functions->zip_discard = dlsym(library, "zip_discard");
  functions->zip_name_locate = dlsym(library, "zip_name_locate");
  functions->zip_stat_index = dlsym(library, "zip_stat_index");
  functions->zip_fopen_index = dlsym(library, "zip_fopen_index");
  functions->zip_fread = dlsym(library, "zip_fread");
  functions->zip_fclose = dlsym(library, "zip_fclose");
  return functions->zip_source_buffer_create && functions->zip_source_free &&
         functions->zip_open_from_source && functions->zip_discard &&
         functions->zip_name_locate && functions->zip_stat_index &&
         functions->zip_fopen_index && functions->zip_fread && functions->zip_fclose;
}

#endif
