"""Parts of the page that makes two records of one person one."""
