//! gongwei
