System.Console.WriteLine("natosim");
